import { readFileSync } from 'node:fs';
import type { ConnectionConfig } from './connection.ts';

/** A database address that cannot be used, told in one line without the password in it. */
export class ConnectionUrlError extends Error {
  override readonly name = 'ConnectionUrlError';
}

function parse(text: string): URL {
  // URL knows no socket form postgresql:///name; a placeholder host makes it parse.
  const url = URL.parse(text.replace(/^(postgres(?:ql)?:\/\/)(?=\/)/, '$1localhost'));
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) {
    throw new ConnectionUrlError(
      'The database address must look like postgres://user:password@host:5432/database.',
    );
  }
  return url;
}

function tlsOf(mode: string, rootCertificate: string | undefined): ConnectionConfig['tls'] {
  switch (mode) {
    case 'disable':
    case 'allow':
    case 'prefer':
      return undefined;
    case 'require':
    case 'no-verify':
      return { verify: false };
    case 'verify-ca':
    case 'verify-full':
      return {
        verify: true,
        ...(rootCertificate === undefined ? {} : { ca: readFileSync(rootCertificate, 'utf8') }),
      };
    default:
      throw new ConnectionUrlError(
        `sslmode=${mode} in the database address is not known; use disable, require or verify-full.`,
      );
  }
}

const known = new Set(['host', 'port', 'dbname', 'sslmode', 'sslrootcert', 'options', 'application_name']);

/**
 * Reads a `DATABASE_URL`, for example `postgres://user:password@host:5432/name?sslmode=verify-full` or, for a Unix
 * socket, `postgres:///name?host=/var/run/postgresql`. Source: PostgreSQL manual, "Connection URIs".
 * @throws ConnectionUrlError naming what is wrong.
 */
export function connectionFromUrl(text: string): ConnectionConfig {
  const url = parse(text);
  for (const name of url.searchParams.keys()) {
    if (!known.has(name)) throw new ConnectionUrlError(`"${name}" in the database address is not known.`);
  }
  const query = (name: string) => url.searchParams.get(name) ?? undefined;
  const user = decodeURIComponent(url.username);
  const database = (query('dbname') ?? decodeURIComponent(url.pathname.slice(1))) || user;
  if (!user) throw new ConnectionUrlError('The database address names no user.');
  const port = Number((query('port') ?? url.port) || 5432);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new ConnectionUrlError('The port in the database address is not a port number.');
  }
  const tls = tlsOf(query('sslmode') ?? 'prefer', query('sslrootcert'));
  const options = query('options');
  return {
    host: query('host') ?? (decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '') || 'localhost'),
    port,
    user,
    database,
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ...(tls ? { tls } : {}),
    ...(options === undefined ? {} : { options }),
  };
}

/** Writes a connection as an address that {@link connectionFromUrl} reads. */
export function connectionToUrl(config: ConnectionConfig): string {
  const user = encodeURIComponent(config.user);
  const login = config.password ? `${user}:${encodeURIComponent(config.password)}` : user;
  const query = new URLSearchParams();
  const isSocket = config.host.startsWith('/');
  if (isSocket) query.set('host', config.host);
  if (config.tls) query.set('sslmode', config.tls.verify ? 'verify-full' : 'require');
  if (config.options !== undefined) query.set('options', config.options);
  const host = isSocket ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host;
  // A path of dots is a folder to URLs.
  const isFolder = config.database === '.' || config.database === '..';
  if (isFolder) query.set('dbname', config.database);
  const path = isFolder ? '' : encodeURIComponent(config.database);
  const search = query.size === 0 ? '' : `?${query.toString()}`;
  return `postgres://${login}@${host}:${config.port}/${path}${search}`;
}
