import type { ColumnType, Generated } from 'kysely';

/** An instant, as ISO 8601 text in UTC. */
export type InstantText = string;
/** Wall time, `YYYY-MM-DDTHH:mm:ss[.ffffff]`. */
export type WallText = string;
/** A date, `YYYY-MM-DD`. */
export type DateText = string;
/** What the database fills in where it is not given. */
export type Made<T> = Generated<T>;
/** Written as JSON text, read as what it says. */
export type Json<T> = ColumnType<T, string, string>;
