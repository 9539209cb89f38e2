import { instant } from '@stint/domain';
import type { ConflictView, DesktopView } from '../../core/app/view.ts';
import type { PairingState } from '../../core/pairing/pairing.ts';
import { activeSample, DEVELOPMENT, NOON, sampleView, withActive } from './sample-view.ts';

/**
 * A screen of the app: what is shown, and what leads there: a request of the tray, then buttons, one after the other. `sign` is what is
 * to be seen only there, by its role; without it, the window has nothing but its parts.
 */
export interface Screen {
  readonly view: DesktopView;
  readonly request?: string;
  readonly buttons?: readonly string[];
  readonly sign?: string;
}

const subject = {
  workItem: null,
  workItemId: null,
  comment: 'Planning of the next quarter',
  activityTypeId: DEVELOPMENT,
  isBillable: null,
};
const [first, second] = activeSample.days[0]?.entries ?? [];
if (!first || !second) throw new Error('the sample has no entries');

export const conflicts: readonly ConflictView[] = [
  {
    id: 'k',
    conflict: {
      change: { kind: 'book', id: 'k', startedAt: NOON, length: 3600, subject, isTracked: false },
      reason: { kind: 'refused', code: 'ApprovalStateFailed', message: 'The week is approved.' },
    },
  },
  {
    id: 'l',
    conflict: {
      change: { kind: 'edit', id: 'l', workLogId: 'a', before: first.fields, after: {}, isForced: false },
      reason: { kind: 'changedElsewhere', theirs: second.fields },
    },
  },
  {
    id: 'm',
    conflict: {
      change: { kind: 'remove', id: 'm', workLogId: 'a', before: first.fields, isForced: false },
      reason: { kind: 'deletedElsewhere' },
    },
  },
];

/** The search offers something by itself. */
const OFFERED = 'option[name=/Retry failed uploads/]';
const address = { baseUrl: 'https://time.example.com', collection: null };
const pairing = (state: PairingState): Screen => ({
  view: { ...sampleView, active: null, organizations: [], pairing: state },
});
const waiting = (trouble: 'unreachable' | 'maintenance'): Screen => ({
  view: withActive({
    waiting: 2,
    connection: { kind: 'waiting', trouble, message: null, failures: 1, retryAt: NOON },
  }),
});
const wayland = {
  ...sampleView.system,
  canTellIdle: false,
  canTellLock: false,
  canHaveHotkeys: false,
  canStartAtLogin: false,
  canUpdate: false,
};
const longNames = withActive({
  run: {
    ...(activeSample.run ?? { since: NOON, todaySince: NOON, startedAt: NOON, totalOnItem: 0 }),
    subject: {
      ...subject,
      comment: 'Workshop about the architecture of the reporting service with everybody who will run it',
    },
  },
});

/** Every screen by name. */
export const screens: Readonly<Record<string, Screen>> = {
  tracking: { view: sampleView },
  long: { view: longNames },
  idle: { view: withActive({ run: null }) },
  empty: { view: withActive({ run: null, days: [], todayParts: [], bookedToday: 0 }) },
  loading: {
    view: withActive({ run: null, days: [], todayParts: [], bookedToday: 0, connection: { kind: 'new' } }),
  },
  details: { view: sampleView, buttons: ['1042 First-run tour'], sign: 'region[name="Details"]' },
  delete: { view: sampleView, buttons: ['1042 First-run tour', 'Delete'], sign: 'alertdialog' },
  edit: { view: sampleView, buttons: ['1042 First-run tour', 'Edit'], sign: 'form[name="Edit"]' },
  duplicate: {
    view: sampleView,
    buttons: ['1042 First-run tour', 'Duplicate'],
    sign: 'form[name="Duplicate"]',
  },
  start: { view: withActive({ run: null }), request: 'start', sign: OFFERED },
  add: { view: sampleView, request: 'addTime', sign: OFFERED },
  settings: { view: sampleView, request: 'settings', sign: 'region[name="Settings"]' },
  wayland: {
    view: { ...sampleView, system: wayland },
    request: 'settings',
    sign: 'region[name="Settings"]',
  },
  hotkeys: {
    view: { ...sampleView, system: { ...sampleView.system, takenHotkeys: ['startStop'] } },
    request: 'hotkeys',
    sign: 'region[name="Hotkeys"]',
  },
  organizations: { view: sampleView, request: 'organizations', sign: 'region[name="Organizations"]' },
  unpair: {
    view: sampleView,
    request: 'organizations',
    buttons: ['Unpair Fabrikam'],
    sign: 'alertdialog',
  },
  conflicts: {
    view: withActive({ conflicts }),
    buttons: ['Decide'],
    sign: 'region[name="Not accepted"]',
  },
  correct: {
    view: withActive({ conflicts }),
    buttons: ['Decide', 'Change it'],
    sign: 'form[name="Change it"]',
  },
  offline: waiting('unreachable'),
  maintenance: waiting('maintenance'),
  revoked: { view: withActive({ connection: { kind: 'pairAgain' }, waiting: 1 }) },
  superseded: { view: withActive({ notice: { kind: 'superseded' } }) },
  stopped: { view: withActive({ run: null, stopped: 1 }) },
  reminder: { view: withActive({ run: null, isReminder: true }) },
  question: {
    view: withActive({ question: { from: instant(NOON - 3_000_000), until: NOON } }),
    sign: 'dialog[name="Welcome back"]',
  },
  'question-book': {
    view: withActive({ question: { from: instant(NOON - 3_000_000), until: NOON } }),
    buttons: ['Book it on something else'],
    sign: 'combobox[name="Work item"]',
  },
  check: {
    view: withActive({ activityCheck: { answerBy: instant(NOON + 60_000) } }),
    sign: 'dialog[name="Still there?"]',
  },
  others: {
    view: {
      ...sampleView,
      organizations: sampleView.organizations.map((each) => ({
        ...each,
        asks: each.isActive ? null : 'absence',
      })),
    },
  },
  pairing: pairing({ kind: 'none' }),
  'pairing-checking': pairing({ kind: 'checking' }),
  'pairing-foreign': pairing({ kind: 'addressFault', problem: 'foreign' }),
  'pairing-collection': {
    ...pairing({ kind: 'addressFault', problem: 'credentialsNeeded' }),
    buttons: ['Azure DevOps Server instead'],
    sign: 'textbox[name="Collection"]',
  },
  pin: pairing({ kind: 'pin', address, pin: '047112' }),
  'pairing-expired': pairing({ kind: 'failed', address, problem: 'expired' }),
  'pairing-link': pairing({ kind: 'linkAsked', address }),
  'pairing-finishing': pairing({ kind: 'finishing', address }),
  'pairing-unsafe': pairing({ kind: 'unsafeAsked', address }),
  'pairing-more': { view: { ...sampleView, pairing: { kind: 'pin', address, pin: '047112' } } },
  notes: {
    view: {
      ...sampleView,
      notes: [
        { kind: 'damagedFile', file: '/home/cleo/.config/Stint/time/3f2a.journal.damaged-2026-11-20' },
        { kind: 'clockSetBack', by: 3_600_000 },
      ],
      update: { kind: 'ready', version: '0.2.0', isAsked: true },
    },
  },
  'update-bad': { view: { ...sampleView, update: { kind: 'failed', reason: 'badSignature' } } },
};
