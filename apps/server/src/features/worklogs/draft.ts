import type { NewWorkLog, WorkLogChange } from '@stint/contract';
import { type Instant, NOT_SET_ACTIVITY_TYPE, toInstant } from '@stint/domain';
import { NIL, v7 as uuid } from 'uuid';
import type { Source } from '../../http/asked.ts';
import type { PersonWithZone } from '../../identity/find-person.ts';
import type { Organization } from '../../identity/organizations.ts';
import { refusedValue } from '../../refusal.ts';
import { defaultActivityTypeOf } from './activity-type.ts';
import type { Entry } from './entry.ts';
import { checkActivityType, checkContent, checkLength, checkRestored } from './rules.ts';
import { type Moment, momentOf, readMoment, type Start } from './times.ts';

/** Who writes, when, and in which organization. */
export interface Writing {
  organization: Organization;
  writerId: string;
  now: Instant;
  source: Source;
}

/** Makes the entry that a new worklog asks for; a Refusal names what breaks a rule. */
export function draftNew(wish: NewWorkLog, owner: PersonWithZone, writing: Writing): Entry {
  const { organization, writerId, now, source } = writing;
  const created = momentOf(now, owner.timeZone);
  const started =
    wish.timestamp === undefined ? wholeSecond(created) : readTimestamp(wish.timestamp, owner, organization);
  const seconds = wish.length;
  const activityTypeId = activityTypeOf(wish.activityTypeId, owner, organization);
  const content = {
    workItemId: wish.workItemId || null,
    comment: wish.comment ?? '',
    localStartedAt: started.local,
  };
  checkLength(seconds, organization.settings);
  checkContent(content, { now, timeZone: owner.timeZone }, organization.settings);
  checkActivityType(activityTypeId, organization.settings);
  const billableSeconds = wish.billableLength ?? (organization.settings.billableByDefault ? seconds : null);
  return {
    // Programs of .NET send the empty id for none: it would be taken after the first worklog.
    id: wish.id === undefined || wish.id === NIL ? uuid() : wish.id,
    personId: owner.id,
    workItemId: content.workItemId,
    activityTypeId,
    comment: content.comment,
    seconds,
    billableSeconds,
    startedAt: started.at,
    localStartedAt: started.local,
    addedBy: writerId,
    editedBy: writerId,
    createdAt: now,
    localCreatedAt: created.local,
    editedAt: now,
    localEditedAt: created.local,
    isTracked: false,
    isTrackedExtended: false,
    isChanged: false,
    isEditedByOwner: false,
    isImported: false,
    isFromApi: source.via === 'rest',
    isBillable: billableSeconds !== null,
    hasClockTime: started.hasClockTime,
    isDeleted: false,
    version: 1,
  };
}

/** Makes the entry as it is after a change: a field left out keeps its value, `""` and 0 clear (api.md 3.4). */
export function draftChange(
  before: Entry,
  change: WorkLogChange,
  owner: PersonWithZone,
  writing: Writing,
): Entry {
  const { organization, writerId, now } = writing;
  const started =
    change.timestamp === undefined ? null : readTimestamp(change.timestamp, owner, organization);
  const content = {
    seconds: change.length ?? before.seconds,
    workItemId: change.workItemId === undefined ? before.workItemId : change.workItemId || null,
    comment: change.comment ?? before.comment,
    localStartedAt: started?.local ?? before.localStartedAt,
  };
  if (change.length !== undefined) checkLength(change.length, organization.settings);
  checkContent(content, { now, timeZone: owner.timeZone }, organization.settings);
  const type = change.activityTypeId;
  const activityTypeId =
    type === undefined ? before.activityTypeId : activityTypeOf(type, owner, organization);
  checkActivityType(activityTypeId, organization.settings);
  return {
    ...before,
    ...content,
    personId: owner.id,
    activityTypeId,
    billableSeconds: change.billableLength ?? before.billableSeconds,
    isBillable: before.isBillable || change.billableLength !== undefined,
    startedAt: started?.at ?? instantFor(before, owner),
    hasClockTime: started?.hasClockTime ?? before.hasClockTime,
    isTrackedExtended: before.isTrackedExtended || (before.isTracked && content.seconds !== before.seconds),
    isChanged: true,
    isEditedByOwner: before.isEditedByOwner || writerId === before.personId,
    localCreatedAt:
      owner.id === before.personId ? before.localCreatedAt : momentOf(before.createdAt, owner.timeZone).local,
    ...editing(writerId, now, owner.timeZone),
    version: before.version + 1,
  };
}

/** The instant of an entry's wall time, which stays what it was when the entry is given to somebody with another clock. */
function instantFor({ personId, startedAt, localStartedAt }: Entry, owner: PersonWithZone): Instant {
  return owner.id === personId ? startedAt : toInstant(localStartedAt, owner.timeZone);
}

/** Makes the entry as it is when deleted, or when a deletion was taken back: then it obeys the rules of today. */
export function draftDeletion(before: Entry, isDeleted: boolean, timeZone: string, writing: Writing): Entry {
  const { organization, writerId, now } = writing;
  if (!isDeleted) checkRestored(before, { now, timeZone }, organization.settings);
  return { ...before, isDeleted, ...editing(writerId, now, timeZone), version: before.version + 1 };
}

function editing(writerId: string, now: Instant, timeZone: string) {
  return { editedBy: writerId, editedAt: now, localEditedAt: momentOf(now, timeZone).local };
}

function readTimestamp(text: string, owner: PersonWithZone, organization: Organization) {
  return readMoment('timestamp', text, owner.timeZone, organization.settings.keepWrittenWallClock);
}

/** A worklog of now begins at a whole second. */
function wholeSecond({ at, local }: Moment): Start {
  return { at: (at - (at % 1000)) as Instant, local: local.slice(0, 19) as typeof local, hasClockTime: true };
}

/** The given type, else the default; `""` is [Not Set]. */
function activityTypeOf(
  given: string | undefined,
  owner: PersonWithZone,
  organization: Organization,
): string {
  if (given === undefined) return defaultActivityTypeOf(owner.defaultActivityTypeId, organization);
  if (given === '') return NOT_SET_ACTIVITY_TYPE.id;
  if (organization.activityTypes.some((type) => type.id === given)) return given;
  throw refusedValue('activityTypeId', `there is no activity type ${given}; GET /activityTypes lists them.`);
}
