/** The login that owns the database and its tables; migrations run as this role. */
export const ownerRole = 'stint';

/** The role queries run as: not the owner of any table, so row-level security applies to it. */
export const appRole = 'stint_app';

/** The database made by the embedded server. */
export const databaseName = 'stint';

/** The embedded cluster's administrator, only reachable through the private socket directory. */
export const administratorRole = 'postgres';
