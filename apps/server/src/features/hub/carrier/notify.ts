import { type ConnectionConfig, type Listener, listen } from '@stint/postgres';
import type { Carrier } from './carrier.ts';

const CHANNEL = 'stint_live';

/** PostgreSQL's own LISTEN/NOTIFY: sent by the transaction that commits, heard by every process. */
export function notifyCarrier(config: ConnectionConfig): Carrier {
  const heard = Promise.withResolvers<void>();
  let listener: Listener | undefined;
  let isFirst = true;
  return {
    takes: 'notify',
    listen({ onEvent, onGap }) {
      const onConnected = () => {
        if (!isFirst) onGap();
        isFirst = false;
        heard.resolve();
      };
      listener ??= listen(config, [CHANNEL], ({ payload }) => onEvent(payload), { onConnected });
      return heard.promise;
    },
    committed() {
      // The database tells by itself.
    },
    async close() {
      await listener?.close();
    },
  };
}
