// The anchor: Fastify and pg with one statement a request and nothing else, no rules, credentials or checks.
import { connectionFromUrl } from '@stint/postgres';
import { fastify } from 'fastify';
import { Pool } from 'pg';
import { insertRow, type NewRow, type Owner } from './insert.ts';

const { host, port, user, database } = connectionFromUrl(process.env['DATABASE_URL'] ?? '');
const pool = new Pool({ host, port, user, database, password: '', max: 10 });
const owner = await findOwner();
const app = fastify();

app.get('/readyz', async () => ({ status: 'ready' }));

app.post<{ Body: NewRow }>('/work-logs', (request) => insertRow(pool, owner, request.body));

app.get<{ Params: { id: string } }>('/work-logs/:id', ({ params }) => readRow('work_log', params.id));

app.get<{ Params: { id: string } }>('/work-items/:id', ({ params }) => readRow('work_item', params.id));

process.once('SIGTERM', () => void app.close().then(() => pool.end()));
await app.listen({ port: Number(process.env['ANCHOR_PORT']), host: 'localhost' });

async function readRow(table: 'work_log' | 'work_item', id: string): Promise<{ data: unknown }> {
  const sql = `select * from ${table} where organization_id = $1 and id = $2`;
  const { rows } = await pool.query(sql, [owner.organizationId, id]);
  return { data: rows[0] as unknown };
}

async function findOwner(): Promise<Owner> {
  const { rows } = await pool.query<Owner>(
    `select p.organization_id as "organizationId", p.id as "personId", a.id as "activityTypeId"
     from person p join activity_type a on a.organization_id = p.organization_id and a.is_system_default limit 1`,
  );
  if (!rows[0]) throw new Error('There is nobody in the database.');
  return rows[0];
}
