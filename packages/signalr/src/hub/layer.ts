import type { Backplane } from './backplane.ts';
import type { HubDefinition } from './definition.ts';
import { createExchange } from './exchange.ts';
import { createHub, type Hub } from './hub.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';

/** All hubs of a server. */
export interface HubLayer<User> {
  readonly hubs: readonly Hub<User>[];
  /** By any accepted spelling, in any letter case. */
  hubNamed(name: string): Hub<User> | null;
  close(): void;
}

export interface HubLayerOptions<User> {
  readonly hubs: readonly HubDefinition<User>[];
  readonly backplane: Backplane | null;
  readonly limits: Limits;
  readonly log: Log;
}

export function createHubLayer<User>({
  hubs: definitions,
  backplane,
  limits: { answerTimeout },
  log,
}: HubLayerOptions<User>): HubLayer<User> {
  const exchange = createExchange({ backplane, answerTimeout, log });
  const hubs = definitions.map((definition) => createHub(definition, exchange));
  const byName = new Map(hubs.map((hub) => [hub.name.toLowerCase(), hub]));
  if (byName.size < hubs.length) throw new Error('Two hubs have the same name.');
  return {
    hubs,
    hubNamed: (name) =>
      byName.get(name.toLowerCase()) ?? hubs.find((hub) => hub.definition.accepts?.(name)) ?? null,
    close: exchange.close,
  };
}
