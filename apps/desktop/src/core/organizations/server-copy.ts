import type { Client } from '@stint/client';
import {
  calls,
  type OwnAndEffectiveSettings,
  type TrackedWorkItem,
  type TrackingState,
  type WorkLog,
} from '@stint/contract';
import type { Instant } from '@stint/domain';
import { readDocument } from '../journal/document.ts';
import type { FilePort } from '../ports.ts';
import { newerTrack, type ServerTrack, serverTrackOf } from '../tracking/server-track.ts';

/** The rules of the organization that the app shows before the server has to refuse, and how the person wants things (product.md, Settings). */
export interface Rules {
  readonly isWorkItemRequired: boolean;
  readonly isCommentRequired: boolean;
  readonly isActivityTypeRequired: boolean;
  /** What Add Time asks for. */
  readonly addTimeMode: Effective['addTimeMode'];
  readonly isBillableByDefault: boolean;
  /** How lengths are written. */
  readonly durationFormat: Effective['durationFormat'];
}

type Effective = OwnAndEffectiveSettings['effective'];

/** What the app knows of the server, also while it cannot be reached. */
export interface ServerCopy {
  readonly track: ServerTrack | null;
  readonly worklogs: readonly WorkLog[];
  readonly workItems: readonly TrackedWorkItem[];
  readonly rules: Rules;
  /** IANA name of the person's time zone. */
  readonly zone: string;
}

/** How many worklogs are read: the cards that are shown, and enough to add up any day of them. */
const READ_WORKLOGS = 100;

/** Before anything was read; `zone` is the computer's. */
export function emptyCopy(zone: string): ServerCopy {
  const rules: Rules = {
    isWorkItemRequired: false,
    isCommentRequired: false,
    isActivityTypeRequired: false,
    addTimeMode: 'both',
    isBillableByDefault: false,
    durationFormat: 'HH:MM',
  };
  return { track: null, worklogs: [], workItems: [], rules, zone };
}

/** Reads everything anew; `known` is asked at the end, as news may come meanwhile. Throws ApiError when the server cannot be worked with. */
export async function readCopy(
  client: Client,
  known: () => ServerCopy,
  now: () => Instant,
): Promise<ServerCopy> {
  const [{ data }, settings, own, history] = await Promise.all([
    client.call(calls.getCurrentTrack, { query: { $expand: true } }),
    client.call(calls.getSettings),
    client.call(calls.getOwnSettings),
    readHistory(client),
  ]);
  return {
    ...withState(known(), data, now()),
    ...history,
    zone: own.effective.timeZone,
    rules: {
      isWorkItemRequired: settings.workItemRequired,
      isCommentRequired: settings.commentRequired,
      isActivityTypeRequired: settings.activityTypesEnabled && settings.activityTypeRequired,
      addTimeMode: own.effective.addTimeMode,
      isBillableByDefault: settings.billableByDefault,
      durationFormat: own.effective.durationFormat,
    },
  };
}

/** The last worklogs and their work items. */
export async function readHistory(client: Client): Promise<Pick<ServerCopy, 'worklogs' | 'workItems'>> {
  const [worklogs, latest] = await Promise.all([
    client.call(calls.listWorkLogs, { query: { $count: READ_WORKLOGS, $includeEditable: true } }),
    client.call(calls.listLatestTracks, { query: { $count: READ_WORKLOGS } }),
  ]);
  const items = new Map(latest.workLogs.map(({ workItem }) => [workItem?.id, workItem]));
  return { worklogs, workItems: [...items.values()].filter((each) => each !== null) };
}

/** Takes a newer state of the clock over. */
export function withState(copy: ServerCopy, state: TrackingState, now: Instant): ServerCopy {
  return { ...copy, track: newerTrack(copy.track, serverTrackOf(state, now)) };
}

/** Reads what was kept on disk. A damaged file is kept aside and told to `damaged`: the server has it all. */
export async function loadCopy(
  files: FilePort,
  name: string,
  zone: string,
  damaged: (file: string) => void,
): Promise<ServerCopy> {
  const { value, damagedFile } = await readDocument(files, name);
  if (damagedFile !== null) damaged(damagedFile);
  const empty = emptyCopy(zone);
  const kept = value as Partial<ServerCopy> | null;
  return { ...empty, ...kept, rules: { ...empty.rules, ...kept?.rules } };
}
