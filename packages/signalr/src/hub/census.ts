import type { HubConnection } from './connection.ts';
import { type ClassicTransport, TRANSPORTS } from './transports.ts';

/** How many connections of a kind are open. */
export interface ConnectionCount {
  readonly protocol: HubConnection<unknown>['protocol'];
  /** Spelled as classic clients do, for both protocols. */
  readonly transport: ClassicTransport;
  readonly count: number;
}

/** What is counted of a connection. */
export type Counted = Pick<HubConnection<unknown>, 'protocol' | 'transport'>;

const KINDS = (['core', 'classic'] as const).flatMap((protocol) =>
  (Object.keys(TRANSPORTS) as ClassicTransport[]).map((transport) => ({ protocol, transport })),
);

/** Counts connections by protocol and transport; kinds of which there is none are told too. */
export function census(connections: Iterable<Counted>): readonly ConnectionCount[] {
  const counts = new Map<string, number>();
  for (const { protocol, transport } of connections) {
    const kind = `${protocol} ${transport}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return KINDS.map(({ protocol, transport }) => {
    const spelled = protocol === 'core' ? TRANSPORTS[transport] : transport;
    return { protocol, transport, count: counts.get(`${protocol} ${spelled}`) ?? 0 };
  });
}
