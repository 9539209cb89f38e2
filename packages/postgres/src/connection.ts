import type { ClientConfig } from 'pg';

/** How to reach one database: over TCP, or over a Unix socket when `host` is an absolute directory. */
export interface ConnectionConfig {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password?: string;
  /** TLS; absent means plain. `verify: false` encrypts without checking the certificate. */
  readonly tls?: { readonly verify: boolean; readonly ca?: string };
  /** Further start-up options in the form `-c name=value -c …`. */
  readonly options?: string;
}

/** What {@link clientConfig} adds to a connection. */
export interface SessionSettings {
  readonly applicationName?: string;
  /** Run-time parameters set when the connection starts, for example `{ role: 'stint_app' }`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Milliseconds until an attempt to connect is given up. Default 5000. */
  readonly connectTimeout?: number;
}

const backslash = /([\\ ])/g;

function startupOptions(own: string | undefined, parameters: Readonly<Record<string, string>>): string {
  const added = Object.entries(parameters).map(
    ([name, value]) => `-c ${name}=${value.replace(backslash, '\\$1')}`,
  );
  return [...(own === undefined ? [] : [own]), ...added].join(' ');
}

/** Makes the options of a `pg` client or pool from a connection. */
export function clientConfig(config: ConnectionConfig, settings: SessionSettings = {}): ClientConfig {
  return {
    host: config.host,
    port: config.port,
    user: config.user,
    database: config.database,
    // An empty password keeps pg from looking for a .pgpass file.
    password: config.password ?? '',
    ssl: config.tls ? tlsOptions(config.tls) : false,
    application_name: settings.applicationName ?? 'stint',
    options: startupOptions(config.options, { timezone: 'UTC', ...settings.parameters }),
    connectionTimeoutMillis: settings.connectTimeout ?? 5000,
    keepAlive: true,
  };
}

function tlsOptions(tls: NonNullable<ConnectionConfig['tls']>): NonNullable<ClientConfig['ssl']> {
  return { rejectUnauthorized: tls.verify, ...(tls.ca === undefined ? {} : { ca: tls.ca }) };
}
