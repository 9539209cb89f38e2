// The anchor of reports: Fastify and pg with one hand-written statement a request, whose JSON text is passed through.
import { connectionFromUrl } from '@stint/postgres';
import { fastify } from 'fastify';
import { Pool } from 'pg';
import { statements } from './statements.ts';

const { host, port, user, database } = connectionFromUrl(process.env['DATABASE_URL'] ?? '');
const pool = new Pool({ host, port, user, database, password: '', max: 10 });
const app = fastify();

app.get('/readyz', async () => ({ status: 'ready' }));

app.get<{ Params: { name: string }; Querystring: { values: string } }>(
  '/:name',
  async ({ params, query }, reply) => {
    const text = statements[params.name];
    if (text === undefined) return reply.code(404).send();
    const [organization, ...month] = JSON.parse(query.values) as string[];
    const values = [organization, ...(text.includes('$2') ? month : [])];
    const { rows } = await pool.query<{ json: string }>(text, values);
    return reply.type('application/json').send(rows[0]?.json);
  },
);

process.once('SIGTERM', () => void app.close().then(() => pool.end()));
await app.listen({ port: Number(process.env['ANCHOR_PORT']), host: 'localhost' });
