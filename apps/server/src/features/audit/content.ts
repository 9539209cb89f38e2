type Content = Record<string, unknown>;

/**
 * What a thing was or became, in the names of the API: worklogs as REST has them with people and activity types by id,
 * everything else with its fields in camel case. `ownerId` is whose thing it is, where that is known.
 */
export function contentOf(entity: string, content: unknown, ownerId: string | null): Content | null {
  if (content === null || typeof content !== 'object') return null;
  if (entity === 'worklog') return workLogOf(content as Content);
  const named = camelCased(content) as Content;
  return entity === 'track' ? trackOf(named, ownerId) : named;
}

/** The row of a worklog. `startedAt` is the true instant beside the owner's wall times; lengths are seconds. */
function workLogOf(row: Content): Content {
  return {
    id: row['id'],
    userId: row['person_id'],
    timestamp: row['local_started_at'],
    startedAt: utcOf(row['started_at']),
    length: row['seconds'],
    billableLength: row['billable_seconds'],
    workItemId: row['work_item_id'],
    comment: row['comment'],
    activityTypeId: row['activity_type_id'],
    addedByUserId: row['added_by'],
    editedByUserId: row['edited_by'],
    createdTimestamp: row['local_created_at'],
    editedTimestamp: row['local_edited_at'],
    flags: {
      isTracked: row['is_tracked'],
      isManuallyEntered: row['is_tracked'] === false && row['is_imported'] === false,
      isChanged: row['is_changed'],
      isTrackedExtended: row['is_tracked_extended'],
      isImported: row['is_imported'],
      isFromApi: row['is_from_api'],
      isBillable: row['is_billable'],
    },
  };
}

/** A track's start is kept as epoch milliseconds; its length is seconds. */
function trackOf({ startedAt, seconds, ...rest }: Content, userId: string | null): Content {
  return {
    userId,
    ...rest,
    ...(typeof startedAt === 'number' && { startedAt: new Date(startedAt).toISOString() }),
    ...(seconds !== undefined && { length: seconds }),
  };
}

function utcOf(instant: unknown): unknown {
  return typeof instant === 'string' ? new Date(instant).toISOString() : instant;
}

function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelCased(each),
    ]),
  );
}
