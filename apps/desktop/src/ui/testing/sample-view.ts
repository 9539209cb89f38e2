import type { TrackedWorkItem } from '@stint/contract';
import { instant } from '@stint/domain';
import type { ActiveView, DesktopView, EntryView } from '../../core/app/view.ts';
import { defaultSettings } from '../../core/settings/settings.ts';

/** When the sample is looked at: a Friday at noon in Berlin. */
export const NOON = instant(Date.parse('2026-11-20T11:00:00Z'));
export const DEVELOPMENT = '11111111-1111-4111-8111-111111111111';
export const NOT_SET = '00000000-0000-0000-0000-000000000000';

export const task = (id: number, title: string, color: string): TrackedWorkItem => ({
  id,
  title,
  color,
  teamProject: 'Atlas',
  type: 'Task',
  workItemLink: '',
  effort: null,
  parent: null,
});

function entry(
  id: string,
  date: string,
  from: string,
  to: string,
  length: number,
  more: Partial<EntryView>,
): EntryView {
  return {
    key: `${id} ${date}`,
    id,
    from,
    to,
    length,
    workItem: null,
    isEditable: true,
    isPending: false,
    ...more,
    fields: {
      timestamp: `${date}T${from}:00`,
      length,
      workItemId: more.workItem?.id ?? null,
      comment: '',
      activityTypeId: DEVELOPMENT,
      isBillable: false,
      ...more.fields,
    },
  };
}

const uploads = task(1001, 'Retry failed uploads', 'F2CB1D');
const tour = task(1042, 'First-run tour for a new organization that nobody has seen yet', '009CCC');
const crash = task(1017, 'Crash on empty folder', 'CC293D');
const comment = (text: string) => ({ fields: { comment: text } as EntryView['fields'] });

export const activeSample: ActiveView = {
  id: 'demo',
  zone: 'Europe/Berlin',
  today: '2026-11-20',
  run: {
    subject: {
      workItem: uploads,
      workItemId: 1001,
      comment: '',
      activityTypeId: DEVELOPMENT,
      isBillable: null,
    },
    since: instant(NOON - 2832_000),
    todaySince: instant(NOON - 2832_000),
    startedAt: instant(NOON - 2832_000),
    totalOnItem: 8100,
  },
  days: [
    {
      date: '2026-11-20',
      total: 13_500,
      entries: [
        entry('a', '2026-11-20', '09:10', '11:25', 8100, { workItem: uploads }),
        entry('b', '2026-11-20', '07:40', '09:10', 5400, { workItem: tour, ...comment('with Ann') }),
      ],
    },
    {
      date: '2026-11-19',
      total: 27_000,
      entries: [
        entry('c', '2026-11-19', '13:00', '16:00', 10_800, { workItem: crash, isPending: true }),
        entry('d', '2026-11-19', '09:00', '09:30', 1800, comment('Standup, reviews')),
        entry('e', '2026-11-19', '09:30', '13:30', 14_400, { workItem: uploads }),
      ],
    },
  ],
  todayParts: [
    { from: 27_600, to: 33_000 },
    { from: 33_000, to: 41_100 },
  ],
  bookedToday: 13_500,
  connection: { kind: 'online' },
  waiting: 0,
  conflicts: [],
  question: null,
  activityCheck: null,
  stopped: null,
  isReminder: false,
  notice: null,
  rules: {
    isWorkItemRequired: false,
    isCommentRequired: false,
    isActivityTypeRequired: false,
    addTimeMode: 'both',
    isBillableByDefault: false,
    durationFormat: 'HH:MM',
  },
  activityTypes: [
    { id: NOT_SET, name: '[Not Set]', color: 'ffffff', isNotSet: true },
    { id: DEVELOPMENT, name: 'Development', color: '5b5fc7', isNotSet: false },
    { id: '22222222-2222-4222-8222-222222222222', name: 'Meeting', color: 'd9a300', isNotSet: false },
  ],
  areActivityTypesUsed: true,
  defaultActivityTypeId: DEVELOPMENT,
};

export const sampleView: DesktopView = {
  now: NOON,
  organizations: [
    {
      id: 'demo',
      name: 'Contoso',
      person: 'Cleo Winter',
      server: 'https://time.example.com',
      isActive: true,
      isTracking: true,
      needsPairing: false,
      waiting: 0,
      asks: null,
    },
    {
      id: 'other',
      name: 'Fabrikam',
      person: 'Cleo Winter',
      server: 'https://fabrikam.example.com',
      isActive: false,
      isTracking: false,
      needsPairing: true,
      waiting: 3,
      asks: null,
    },
  ],
  pairing: { kind: 'none' },
  active: activeSample,
  settings: { ...defaultSettings, language: 'en' },
  system: {
    platform: 'linux',
    version: '0.1.0',
    canTellIdle: true,
    canTellLock: true,
    canHaveHotkeys: true,
    canStartAtLogin: true,
    takenHotkeys: [],
    canUpdate: true,
  },
  update: { kind: 'none' },
  notes: [],
};

/** The sample with another state of the organization. */
export function withActive(part: Partial<ActiveView>): DesktopView {
  return { ...sampleView, active: { ...activeSample, ...part } };
}
