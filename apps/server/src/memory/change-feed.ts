import { type ConnectionConfig, listen, type Log } from '@stint/postgres';

/** Tells of changed people, credentials, settings and activity types, whichever process made them. */
export interface ChangeFeed {
  /** Whether every change is heard; while it is false nothing read earlier may be relied on. */
  isLive(): boolean;
  /** Calls back with the organization's id, or null when changes may have been missed. */
  onChange(handler: (organizationId: string | null) => void): void;
  /** Tells this process at once, before the database does. */
  tell(organizationId: string): void;
  close(): Promise<void>;
}

const CHANNEL = 'stint_changed';

/** Listens on a connection of its own, made again by itself whenever it breaks. */
export function openChangeFeed(config: ConnectionConfig, log: Log): ChangeFeed {
  const handlers: ((organizationId: string | null) => void)[] = [];
  const tell = (organizationId: string | null) => {
    for (const handler of handlers) handler(organizationId);
  };
  const listener = listen(config, [CHANNEL], ({ payload }) => tell(payload === '' ? null : payload), {
    onConnected: () => tell(null),
    onDisconnected: () => {
      tell(null);
      log.warn(
        'The connection for change notices broke; until it is back everything is read from the database.',
      );
    },
  });
  return {
    isLive: () => listener.isConnected(),
    onChange: (handler) => void handlers.push(handler),
    tell,
    close: () => listener.close(),
  };
}
