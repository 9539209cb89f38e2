import { instant, toWallTimeAtOffset } from '@stint/domain';
import type { BookedTrack, Entry } from './entry.ts';

/** The entry of a stopped track, written `now` (epoch milliseconds) by the track's person. */
export function entryOfTrack(track: BookedTrack, now: number): Entry {
  const local = (at: number) => toWallTimeAtOffset(instant(at), track.timeZoneMinutes);
  const written = { at: instant(now), local: local(now) };
  return {
    id: track.id,
    personId: track.personId,
    workItemId: track.workItemId,
    activityTypeId: track.activityTypeId,
    comment: track.comment,
    seconds: track.seconds,
    billableSeconds: track.isBillable ? track.seconds : null,
    startedAt: track.startedAt,
    localStartedAt: local(track.startedAt),
    addedBy: track.personId,
    editedBy: track.personId,
    createdAt: written.at,
    localCreatedAt: written.local,
    editedAt: written.at,
    localEditedAt: written.local,
    isTracked: true,
    isTrackedExtended: track.isExtended ?? false,
    isChanged: false,
    isEditedByOwner: false,
    isImported: false,
    isFromApi: false,
    isBillable: track.isBillable,
    hasClockTime: true,
    isDeleted: false,
    version: 1,
  };
}
