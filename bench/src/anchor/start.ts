// The anchor of a start: PostgreSQL on a data directory and a bare HTTP server. Arguments: the directory, the port.
import { createServer } from 'node:http';
import { startEmbeddedPostgres } from '@stint/postgres';

const [dataDirectory = '', port = ''] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ dataDirectory });
const server = createServer((_request, response) => response.end('ready')).listen(Number(port), 'localhost');

process.once('SIGTERM', () => {
  server.closeAllConnections();
  server.close(() => void postgres.stop());
});
