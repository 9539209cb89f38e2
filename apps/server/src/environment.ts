import { join, resolve } from 'node:path';
import { type QuotaPreset, quotaPresets } from './quotas/presets.ts';

/** What an installation is told by its environment; `docs/operations.md` lists the same variables. */
export interface Environment {
  /** TCP port to listen on; 0 lets the system choose one. */
  port: number;
  /** Address to listen on. */
  host: string;
  /** Folder of the embedded database, the secret key and backups; absolute. */
  dataDirectory: string;
  /** Folder with signed releases of the desktop app, which it is updated from; absolute. */
  desktopReleases: string;
  /** An own PostgreSQL instead of the embedded one. */
  databaseUrl: string | null;
  /** Redis that tells server processes what was committed; null leaves it to the database. */
  redisUrl: string | null;
  /** The address people use, without a trailing slash; null means the one we listen on. */
  publicUrl: string | null;
  /** This value is an API token of the first administrator from the first start. */
  bootstrapToken: string | null;
  quota: QuotaPreset;
  /** Whether to make the demo organization in an empty database. */
  demo: boolean;
  demoSeed: number;
  logLevel: LogLevel;
  /** Key that seals stored secrets, 64 hex digits; null keeps one in the data directory. */
  secretKey: string | null;
  /** Number of proxies in front that are trusted to name the client's address. */
  trustedProxies: number;
  openIdConnect: OpenIdConnectSettings | null;
  /** Whether webhooks may go to addresses that are not of the public internet. */
  webhookPrivateAddresses: boolean;
  /** Seconds until the database cancels a statement of a report. */
  reportSeconds: number;
  /** How mail is sent; null sends none. */
  mail: MailSettings | null;
  /** Services where Stint is registered, so that people can connect their calendars there. */
  calendarServices: Record<CalendarServiceKind, CalendarServiceSettings | null>;
}

export type CalendarServiceKind = 'outlook' | 'google';

/** A registration at a service with calendars; addresses have no trailing slash. */
export interface CalendarServiceSettings {
  clientId: string;
  clientSecret: string;
  /** Who answers people that are asked for their consent (RFC 9207). */
  issuer: string;
  authorizationUrl: string;
  tokenUrl: string;
  /** Where refresh tokens are given back; null where the service knows no such thing. */
  revocationUrl: string | null;
  apiUrl: string;
}

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  url: string;
  /** The sender, such as `Stint <stint@example.com>`. */
  from: string;
}

export interface OpenIdConnectSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  /** Shown on the button. */
  name: string;
  /** The claim that lists a person's groups. */
  groupsClaim: string;
}

const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** A wrong value in the environment; the message is one line that names the variable and what would be right. */
export class ConfigurationError extends Error {}

type Variables = Record<string, string | undefined>;

/** Reads the environment; throws ConfigurationError for the first wrong value. */
export function readEnvironment(variables: Variables): Environment {
  const text = (name: string) => variables[name]?.trim() || null;
  const dataDirectory = resolve(text('STINT_DATA') ?? '.stint');
  return {
    port: integer('STINT_PORT', text('STINT_PORT') ?? '7070', 0, 65_535),
    host: text('STINT_HOST') ?? 'localhost',
    dataDirectory,
    desktopReleases: resolve(text('STINT_DESKTOP_RELEASES') ?? join(dataDirectory, 'desktop-releases')),
    databaseUrl: url('DATABASE_URL', text('DATABASE_URL'), ['postgres:', 'postgresql:']),
    redisUrl: url('REDIS_URL', text('REDIS_URL'), ['redis:', 'rediss:']),
    publicUrl:
      url('STINT_PUBLIC_URL', text('STINT_PUBLIC_URL'), ['http:', 'https:'])?.replace(/\/$/, '') ?? null,
    bootstrapToken: bootstrapToken(text('STINT_BOOTSTRAP_TOKEN')),
    quota: oneOf('STINT_QUOTA', text('STINT_QUOTA') ?? 'open', Object.keys(quotaPresets) as QuotaPreset[]),
    demo: oneOf('STINT_DEMO', text('STINT_DEMO') ?? '1', ['0', '1']) === '1',
    demoSeed: integer('STINT_DEMO_SEED', text('STINT_DEMO_SEED') ?? '1', 0, 2_147_483_647),
    logLevel: oneOf('STINT_LOG', text('STINT_LOG') ?? 'info', logLevels),
    secretKey: secretKey(text('STINT_SECRET_KEY')),
    trustedProxies: integer('STINT_TRUSTED_PROXIES', text('STINT_TRUSTED_PROXIES') ?? '0', 0, 10),
    openIdConnect: openIdConnect(text),
    webhookPrivateAddresses:
      oneOf('STINT_WEBHOOK_PRIVATE_ADDRESSES', text('STINT_WEBHOOK_PRIVATE_ADDRESSES') ?? '0', ['0', '1']) ===
      '1',
    reportSeconds: integer('STINT_REPORT_SECONDS', text('STINT_REPORT_SECONDS') ?? '60', 1, 3_600),
    mail: mail(text),
    calendarServices: { outlook: outlook(text), google: google(text) },
  };
}

function outlook(text: (name: string) => string | null): CalendarServiceSettings | null {
  const client = registration(text, 'STINT_OUTLOOK');
  const authority = endpoint(text, 'STINT_OUTLOOK_AUTHORITY', 'https://login.microsoftonline.com');
  const apiUrl = endpoint(text, 'STINT_OUTLOOK_API', 'https://graph.microsoft.com/v1.0');
  const tenant = text('STINT_OUTLOOK_TENANT') ?? 'common';
  if (!/^[\w.-]+$/.test(tenant))
    throw new ConfigurationError('STINT_OUTLOOK_TENANT must be the id or domain of a tenant, or common.');
  const oauth = `${authority}/${tenant}/oauth2/v2.0`;
  const urls = {
    authorizationUrl: `${oauth}/authorize`,
    tokenUrl: `${oauth}/token`,
    revocationUrl: null,
    apiUrl,
  };
  return client && { ...client, issuer: `${authority}/${tenant}/v2.0`, ...urls };
}

function google(text: (name: string) => string | null): CalendarServiceSettings | null {
  const client = registration(text, 'STINT_GOOGLE');
  const issuer = endpoint(text, 'STINT_GOOGLE_AUTHORITY', 'https://accounts.google.com');
  const tokens = endpoint(text, 'STINT_GOOGLE_TOKENS', 'https://oauth2.googleapis.com');
  const apiUrl = endpoint(text, 'STINT_GOOGLE_API', 'https://www.googleapis.com/calendar/v3');
  const urls = { authorizationUrl: `${issuer}/o/oauth2/v2/auth`, tokenUrl: `${tokens}/token`, apiUrl };
  return client && { ...client, issuer, ...urls, revocationUrl: `${tokens}/revoke` };
}

function registration(
  text: (name: string) => string | null,
  service: string,
): Pick<CalendarServiceSettings, 'clientId' | 'clientSecret'> | null {
  const clientId = text(`${service}_CLIENT_ID`);
  if (clientId === null) return null;
  const clientSecret = text(`${service}_CLIENT_SECRET`);
  if (clientSecret !== null) return { clientId, clientSecret };
  throw new ConfigurationError(`${service}_CLIENT_SECRET is missing: it goes with ${service}_CLIENT_ID.`);
}

function endpoint(text: (name: string) => string | null, name: string, usual: string): string {
  return (url(name, text(name), ['http:', 'https:']) ?? usual).replace(/\/+$/, '');
}

function mail(text: (name: string) => string | null): MailSettings | null {
  const address = url('STINT_SMTP_URL', text('STINT_SMTP_URL'), ['smtp:', 'smtps:']);
  if (address === null) return null;
  const from = text('STINT_MAIL_FROM');
  if (from !== null && /^([^<>\r\n]*<)?[^\s<>@,;]+@[^\s<>@,;]+>?$/.test(from)) return { url: address, from };
  throw new ConfigurationError(
    'STINT_MAIL_FROM must be the sender of mail, such as stint@example.com or Stint <stint@example.com>: it goes with STINT_SMTP_URL.',
  );
}

function openIdConnect(text: (name: string) => string | null): OpenIdConnectSettings | null {
  const issuer = url('STINT_OIDC_ISSUER', text('STINT_OIDC_ISSUER'), ['http:', 'https:']);
  if (issuer === null) return null;
  const clientId = text('STINT_OIDC_CLIENT_ID');
  if (clientId === null)
    throw new ConfigurationError('STINT_OIDC_CLIENT_ID is missing: it goes with STINT_OIDC_ISSUER.');
  return {
    issuer,
    clientId,
    clientSecret: text('STINT_OIDC_CLIENT_SECRET'),
    name: text('STINT_OIDC_NAME') ?? 'OpenID Connect',
    groupsClaim: text('STINT_OIDC_GROUPS_CLAIM') ?? 'groups',
  };
}

function integer(name: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= least && number <= most) return number;
  throw new ConfigurationError(`${name} is "${value}", but must be a whole number from ${least} to ${most}.`);
}

function oneOf<Value extends string>(name: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value.toLowerCase());
  if (found !== undefined) return found;
  throw new ConfigurationError(`${name} is "${value}", but must be one of ${allowed.join(', ')}.`);
}

/** The value itself is not shown: addresses may hold passwords. */
function url(name: string, value: string | null, protocols: string[]): string | null {
  if (value === null) return null;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new ConfigurationError(
    `${name} is not an address that begins with ${protocols.map((each) => `${each}//`).join(' or ')}.`,
  );
}

function bootstrapToken(value: string | null): string | null {
  if (value === null || /^[\x21-\x7e]{32,200}$/.test(value)) return value;
  throw new ConfigurationError('STINT_BOOTSTRAP_TOKEN must be 32 to 200 visible characters without spaces.');
}

function secretKey(value: string | null): string | null {
  if (value === null || /^[0-9a-f]{64}$/i.test(value)) return value;
  throw new ConfigurationError(
    'STINT_SECRET_KEY must be 64 hex digits, for example from: openssl rand -hex 32',
  );
}
