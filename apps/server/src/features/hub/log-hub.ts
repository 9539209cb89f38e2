import type { LogEvent } from '@stint/signalr';
import type { Logger } from 'pino';

/** Writes what happens on the hub's connections into the server's log: faults as such, the rest for who looks closely. */
export function logHub(log: Logger): (event: LogEvent) => void {
  return (event) => {
    const { kind, ...details } = event;
    if ('error' in event) log.warn({ kind, ...details, err: event.error, error: undefined }, 'hub');
    else log.debug({ kind, ...details }, 'hub');
  };
}
