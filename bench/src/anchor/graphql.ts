// The anchor of GraphQL: PostGraphile with its aggregates, as its own documentation sets it up, on bare Fastify.
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { fastify } from 'fastify';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/fastify/v5';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const service = makePgService({ connectionString: process.env['DATABASE_URL'] ?? '', schemas: ['public'] });
const app = fastify();
const graphs = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  // Else columns that no index begins with cannot be asked about.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [service],
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false },
});

app.get('/readyz', async () => {
  await graphs.getSchema();
  return { status: 'ready' };
});

await graphs.createServ(grafserv).addTo(app);
process.once('SIGTERM', () => void app.close().then(() => graphs.release()));
await app.listen({ port: Number(process.env['ANCHOR_PORT']), host: 'localhost' });
