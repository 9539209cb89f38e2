import type { SignalR } from '@stint/signalr';
import { Gauge, type Registry } from 'prom-client';

/** Adds the open connections of this process, counted when somebody asks; both protocols in one spelling of the transports. */
export function measureConnections(registry: Registry, { connections }: Pick<SignalR, 'connections'>): void {
  const gauge = new Gauge({
    name: 'stint_hub_connections',
    help: 'Open connections of the live hub, those included that wait for their client to come back',
    labelNames: ['protocol', 'transport'] as const,
    registers: [],
    collect() {
      for (const { protocol, transport, count } of connections()) this.set({ protocol, transport }, count);
    },
  });
  registry.registerMetric(gauge);
}
