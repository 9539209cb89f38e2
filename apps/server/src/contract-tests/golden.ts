/** Bodies as spec/api.md writes them; `null` stands for any value, `{}` for any object, and an empty list for any list. */

const user = {
  uniqueName: 'x',
  displayName: null,
  vstsId: null,
  vstsCollectionId: null,
  email: 'x',
  name: 'x',
  id: 'x',
};
const activityType = { color: 'ffffff', name: '[Not Set]', id: '00000000-0000-0000-0000-000000000000' };

const workLog = {
  timestamp: '2026-03-02T09:12:00',
  length: 3600,
  billableLength: null,
  workItemId: 8948,
  comment: '',
  user,
  addedByUser: user,
  editedByUser: user,
  createdTimestamp: '2026-03-02T10:12:38.107',
  editedTimestamp: '2026-03-02T10:12:38.107',
  activityType,
  flags: {
    isTracked: false,
    isManuallyEntered: true,
    isChanged: false,
    isTrackedExtended: false,
    isImported: false,
    isFromApi: false,
    isBillable: false,
  },
  isCanEdit: null,
  isCanDelete: null,
  id: 'dc54d553-a762-47c3-a68f-80d64bdd2a66',
};

const trackedWorkItem = {
  id: 1349,
  title: 'x',
  color: 'x',
  teamProject: 'x',
  type: 'Task',
  workItemLink: 'x',
  effort: 3,
  parent: null,
};

const track = {
  tfsId: 1349,
  remark: 'text',
  activityTypeId: 'x',
  workItem: trackedWorkItem,
  trackingState: 'tracking',
  stoppedTrackType: 0,
  activityCheck: { isRunning: false, secondsLeft: 0 },
  currentTrackLength: 95,
  totalMeTodayLength: 7200,
  totalMeLength: 9000,
  totalTeamLength: 12000,
  trackAdjustmentLength: 0,
  currentTrackStartedDateTime: '2026-03-08T20:35:50.4812347',
  trackStatusChangeDate: '2026-03-08T20:35:50.4812347',
  trackTimeZone: 60,
  workLogId: 'x',
};

const state = {
  track,
  trackSettings: { isTrackingStartAllowed: true, responseState: 'OK', responseMessage: null },
  settings: {
    activityType: {
      isEnabled: true,
      defaultActivity: 'x',
      activityTypes: [{ id: 'x', color: 'x', name: 'x', isDefault: true, isNotSet: false }],
    },
    userInfo: {
      userId: 'x',
      userName: 'x',
      userUniqueName: 'x',
      encodedImage: null,
      applicationVersion: 'x',
      teamServicesUrl: null,
      projectId: null,
    },
    timestamp: 637190000000000000,
  },
  timestamp: 637190000000000000,
};

const latest = {
  count: 1,
  workLogs: [
    {
      id: 'x',
      remark: 'x',
      startTime: 'x',
      endTime: 'x',
      periodLength: 1,
      activityTypeId: 'x',
      workItem: trackedWorkItem,
    },
  ],
};

const found = { query: 'x', count: 1, workItems: [{ groupName: 'x', workItem: trackedWorkItem }] };

/** The same object at the top level and under `data` (api.md 4). */
const twice = (body: object) => ({ ...body, data: body });

/** Whole answers by operation id. */
export const golden: Record<string, unknown> = {
  getMe: {
    data: {
      user,
      account: { vstsId: null, vstsCollectionId: null, name: 'x', id: 'x' },
      defaultActivityType: activityType,
      timeZone: 60,
    },
  },
  listUsers: { data: [user] },
  getUser: { data: user },
  listUserRoles: { data: [{ ...user, role: { name: 'x', id: 'x' } }] },
  setUserRoles: {
    data: { succeeded: 1, failed: 0, failedEntries: [{ entity: {}, error: { message: 'x' } }] },
  },
  listActivityTypes: {
    data: { enabled: true, activityTypes: [activityType], systemDefaultActivityTypeId: 'x' },
  },
  getActivityType: { data: activityType },
  listWorkLogs: { data: [workLog] },
  listAllWorkLogs: { data: [workLog] },
  getWorkLog: { data: workLog },
  addWorkLog: { data: workLog },
  addWorkLogs: { data: [workLog] },
  changeWorkLog: { data: workLog },
  deleteWorkLog: { data: null },
  getCurrentTrack: twice(state),
  startTracking: twice(state),
  stopTracking: twice(state),
  adjustTrack: twice(state),
  answerActivityCheck: twice(state),
  postponeIdleCheck: twice(state),
  selectTrack: twice(track),
  listLatestTracks: twice(latest),
  searchWorkItems: twice(found),
  searchWorkItemsByQuery: twice(found),
  createPin: { pin: '123456', secret: 'x' },
  getPinStatus: { status: 'Validating' },
};

export const goldenToken = {
  access_token: 'x',
  token_type: 'bearer',
  expires_in: 3600,
  refresh_token: 'x',
  '.issued': 'Sun, 08 Mar 2026 20:32:20 GMT',
  '.expires': 'x',
  client_id: 'OpenApi',
};

/** Where an answer differs in its form from a golden body: other names, or a value of another type. */
export function differences(expected: unknown, given: unknown, path = ''): string[] {
  if (expected === null || given === null || given === undefined) return [];
  if (Array.isArray(expected)) {
    if (!Array.isArray(given)) return [`${path} is no list`];
    return given.flatMap((each, index) =>
      expected.length === 0 ? [] : differences(expected[0], each, `${path}.${index}`),
    );
  }
  if (typeof expected !== 'object')
    return typeof given === typeof expected ? [] : [`${path} is a ${typeof given}`];
  const names = Object.keys(expected);
  if (names.length === 0) return [];
  const others = new Set(Object.keys(given)).symmetricDifference(new Set(names));
  if (others.size > 0) return [`${path} has other names: ${[...others].join()}`];
  return names.flatMap((name) =>
    differences(
      (expected as Record<string, unknown>)[name],
      (given as Record<string, unknown>)[name],
      `${path}.${name}`,
    ),
  );
}
