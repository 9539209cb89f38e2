import { call, TrackingAnswer } from '@stint/contract';
import type { Conditions } from '../../http/admission.ts';
import { stateOf } from '../tracking/answer.ts';
import { deviceOf, type TrackingCall, type trackingCalls } from '../tracking/calls.ts';
import type { Tracking } from '../tracking/service.ts';
import { argumentReader, type Given } from './arguments.ts';

/** One method of the hub: the REST call it is, and how its arguments are read. */
export interface Method extends TrackingCall {
  conditions: Conditions;
  read(args: readonly unknown[]): Given;
}

/** The one method without a REST call: clients that ping ask to be stopped on a lost connection (realtime.md, The hub). */
const ping = call({
  id: 'ping',
  area: 'tracking',
  method: 'POST',
  path: '/ping',
  summary: 'The device is still connected.',
  answer: TrackingAnswer,
});

/** The ten methods; what they take stands in the order in which the vendor documents the fields (api.md 4). */
export function hubMethods(
  calls: ReturnType<typeof trackingCalls>,
  tracking: Pick<Tracking, 'ping'>,
): Readonly<Record<string, Method>> {
  const { current, selected, latest, startTracking, stopTracking, idleCheck, activityCheck, adjust, search } =
    calls;
  return {
    current: method('current', current, { into: 'query', names: ['$expand'] }),
    selected: method('selected', selected, {
      into: 'body',
      names: ['tfsId', 'remark', 'activityTypeId', 'calculateTotals'],
    }),
    latest: method('latest', latest, { into: 'query', names: ['$count'] }),
    startTracking: method('startTracking', startTracking, {
      into: 'body',
      names: ['timeZone', 'tfsId', 'remark', 'activityTypeId', 'isBillable'],
    }),
    stopTracking: method('stopTracking', stopTracking, { into: 'query', names: ['$reason'] }),
    idleCheck: method('idleCheck', idleCheck, { into: 'query', names: ['$option'] }),
    activityCheck: method('activityCheck', activityCheck, { into: 'query', names: [] }),
    adjust: method('adjust', adjust, {
      into: 'body',
      names: ['remark', 'activityTypeId', 'tfsId', 'isBillable'],
    }),
    search: method('search', search, { into: 'wholeBody', name: 'query' }),
    ping: {
      ...method(
        'ping',
        {
          call: ping,
          answer: async (asked) => stateOf(await tracking.ping(asked, deviceOf(asked.principal)), asked),
        },
        { into: 'query', names: [] },
      ),
      // Taken where nothing may be changed, too: time must not be lost because an organization is read-only for a while.
      conditions: { ...ping, effect: 'read' },
    },
  };
}

function method(name: string, each: TrackingCall, shape: Parameters<typeof argumentReader>[2]): Method {
  return { ...each, conditions: each.call, read: argumentReader(name, each.call, shape) };
}
