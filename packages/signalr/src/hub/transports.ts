/** How the protocols spell the transports: classic clients by the key, those of ASP.NET Core by the value. */
export const TRANSPORTS = {
  webSockets: 'WebSockets',
  serverSentEvents: 'ServerSentEvents',
  longPolling: 'LongPolling',
} as const;

export type ClassicTransport = keyof typeof TRANSPORTS;
export type CoreTransport = (typeof TRANSPORTS)[ClassicTransport];
