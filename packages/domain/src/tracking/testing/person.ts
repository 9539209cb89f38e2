import { type Instant, instant, seconds, workItemId } from '../../brands.ts';
import type { TrackingEffect, TrackingRefusal } from '../effects.ts';
import type { StartEvent, TrackingEvent } from '../events.ts';
import type { TrackingSettings } from '../settings.ts';
import { neverTracked, type TrackDetails, type TrackingState } from '../state.ts';
import { track } from '../transition.ts';

type Rules = Omit<TrackingSettings, 'reachableSince'>;

export const ALL_OFF: TrackingSettings = {
  activityCheckEvery: null,
  activityCheckAnswerWithin: null,
  longestTrack: null,
  connectionGrace: null,
  reachableSince: null,
  leastLength: null,
  idleCheckEvery: null,
};

export const details: TrackDetails = {
  workItemId: workItemId(1001),
  comment: 'Review',
  activityTypeId: 'a-1',
  isBillable: true,
};

/** Monday, 2026-03-02 09:00 in Berlin. */
export const MORNING = instant(Date.parse('2026-03-02T08:00:00Z'));

export function startOf(workLogId: string, more: Partial<StartEvent> = {}): StartEvent {
  return { type: 'start', workLogId, details, timeZoneMinutes: 60, deviceId: null, ...more };
}

/** All rules off but these, in seconds. */
export function offBut(settings: Partial<Record<keyof Rules, number>>): TrackingSettings {
  const given = Object.entries(settings).map(([name, value]) => [name, seconds(value)]);
  return { ...ALL_OFF, ...(Object.fromEntries(given) as Partial<Rules>) };
}

/** A person in Berlin whose tracking is driven event by event; times are seconds after `MORNING`. */
export function aPerson(settings: TrackingSettings) {
  const person = {
    state: neverTracked(MORNING) as TrackingState,
    effects: [] as TrackingEffect[],
    refusal: undefined as TrackingRefusal | undefined,
    at(second: number, event: TrackingEvent): TrackingState {
      const result = track(person.state, event, { now: after(second), timeZone: 'Europe/Berlin', settings });
      person.state = result.state;
      person.effects.push(...result.effects);
      person.refusal = result.refusal;
      return person.state;
    },
  };
  return person;
}

export function after(second: number): Instant {
  return instant(MORNING + second * 1000);
}
