/** What happened that somebody may want to read. Never holds a token, a query string or an argument. */
export type LogEvent =
  | { readonly kind: 'connected' | 'disconnected'; readonly connection: string; readonly hub: string }
  | { readonly kind: 'methodFailed'; readonly hub: string; readonly method: string; readonly error: unknown }
  | {
      readonly kind: 'connectionFailed';
      readonly connection: string;
      readonly hub: string;
      readonly error: unknown;
    }
  | { readonly kind: 'slowReader'; readonly connection: string; readonly waitingBytes: number }
  | { readonly kind: 'refused'; readonly status: number; readonly path: string; readonly text: string }
  | { readonly kind: 'failed'; readonly what: string; readonly error: unknown };

export type Log = (event: LogEvent) => void;
