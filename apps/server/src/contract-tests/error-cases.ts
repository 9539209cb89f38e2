import type { ErrorCode, OrganizationSettings } from '@stint/contract';
import type { WireRequest } from './http.ts';

export const at = '?api-version=3.2';
const unknownId = '11111111-1111-1111-1111-111111111111';
export const book = (body: unknown): WireRequest => ({
  method: 'POST',
  url: `/api/rest/workLogs${at}`,
  body,
});
export const get = (path: string): WireRequest => ({ method: 'GET', url: path });
export const entry = { length: 60, comment: 'x' };

interface Case {
  code: ErrorCode;
  name: string;
  request: WireRequest;
  status?: number;
  /** What the message must name. */
  names?: RegExp;
  settings?: Partial<OrganizationSettings>;
}

/** Requests by a person of role Team. The codes that are missing here have tests of their own below and in other files. */
export const cases: Case[] = [
  {
    code: 'ActivityTypeDisabled',
    name: 'one type while they are off',
    request: get(`/api/rest/activityTypes/${unknownId}${at}`),
    settings: { activityTypesEnabled: false },
  },
  { code: 'ApiVersionError', name: 'no version', request: get('/api/rest/me'), names: /api-version/ },
  {
    code: 'ApiVersionError',
    name: 'an empty version',
    request: get('/api/rest/me?api-version='),
    names: /api-version/,
  },
  {
    code: 'ApiVersionError',
    name: 'an unknown version',
    request: get('/api/rest/me?api-version=4.0'),
    names: /4\.0/,
  },
  {
    code: 'ApiVersionError',
    name: 'a preview that there never was',
    request: get('/api/rest/me?api-version=3.1-preview'),
    names: /3\.1-preview/,
  },
  {
    code: 'ApiVersionError',
    name: 'a version that is retired here',
    request: get('/api/rest/me?api-version=2.1'),
    names: /retired/,
  },
  {
    code: 'ApiVersionError',
    name: 'a malformed GUID in the path',
    request: get(`/api/rest/workLogs/dc54d553${at}`),
    names: /id/,
  },
  {
    code: 'ApiVersionError',
    name: 'a count that is no number',
    request: get(`/api/rest/workLogs${at}&$count=many`),
    names: /\$count/,
  },
  {
    code: 'ApiVersionError',
    name: 'a count over 500',
    request: get(`/api/rest/workLogs${at}&$count=501`),
    names: /\$count/,
  },
  {
    code: 'ApiVersionError',
    name: 'a negative skip',
    request: get(`/api/rest/users${at}&$skip=-1`),
    names: /\$skip/,
  },
  {
    code: 'ApiVersionError',
    name: 'a fraction of a row',
    request: get(`/api/rest/users${at}&$skip=1.5`),
    names: /\$skip/,
  },
  {
    code: 'ApiVersionError',
    name: 'a time that is none',
    request: get(`/api/rest/workLogs${at}&$fromTimestamp=tomorrow`),
    names: /\$fromTimestamp/,
  },
  {
    code: 'ApiVersionError',
    name: 'a truth value that is none',
    request: get(`/api/rest/workLogs${at}&$includeEditable=perhaps`),
    names: /\$includeEditable/,
  },
  {
    code: 'ApiVersionError',
    name: 'a work item that is no number',
    request: get(`/api/rest/workLogs${at}&$workItemIds=1,x`),
    names: /\$workItemIds/,
  },
  {
    code: 'ApiVersionError',
    name: 'a wrong option of tracking in the path',
    request: get(`/api/tracking/client/latest/many${at}`),
    names: /\$count/,
  },
  {
    code: 'UnauthorizedError',
    name: 'Basic outside of reporting',
    request: { ...get(`/api/rest/me${at}`), headers: { authorization: 'Basic OnRva2Vu' } },
    names: /Bearer/,
  },
  {
    code: 'AccessDenied',
    name: 'everyone’s time',
    request: get(`/api/rest/workLogs/all${at}`),
    names: /Product/,
  },
  {
    code: 'EntityNotFound',
    name: 'an unknown worklog',
    request: get(`/api/rest/workLogs/${unknownId}${at}`),
    names: /worklog/,
  },
  {
    code: 'EntityNotFound',
    name: 'an unknown user',
    request: get(`/api/rest/users/${unknownId}${at}`),
    names: /user/,
  },
  {
    code: 'EntityNotFound',
    name: 'an unknown activity type',
    request: get(`/api/rest/activityTypes/${unknownId}${at}`),
    names: /activity type/,
  },
  {
    code: 'EntityNotFound',
    name: 'an unknown address',
    request: get(`/api/rest/nowhere${at}`),
    names: /nowhere/,
  },
  {
    code: 'EntityNotFound',
    name: 'an unknown collection',
    request: get(`/api/nowhere/rest/me${at}`),
    names: /nowhere/,
  },
  { code: 'WorkItemIdOrCommentRequired', name: 'neither', request: book({ length: 60 }) },
  {
    code: 'WorkItemIdOrCommentRequired',
    name: 'no work item where one is required',
    request: book(entry),
    settings: { workItemRequired: true },
  },
  {
    code: 'WorkItemIdOrCommentRequired',
    name: 'no comment where one is required',
    request: book({ length: 60, workItemId: 7 }),
    settings: { commentRequired: true },
  },
  { code: 'LengthIsRequired', name: 'no length', request: book({ comment: 'x' }) },
  { code: 'LengthMustBePositive', name: 'a length of 0', request: book({ ...entry, length: 0 }) },
  {
    code: 'LengthMustBePositive',
    name: 'a negative length as a text',
    request: book({ ...entry, length: '-60' }),
  },
  {
    code: 'FutureCheckFailed',
    name: 'the day after tomorrow',
    request: book({ ...entry, timestamp: '2100-01-01' }),
  },
  {
    code: 'ApprovalStateFailed',
    name: 'a week that has locked itself',
    request: book({ ...entry, timestamp: '2020-01-08' }),
    settings: { lockAfterWeeks: 1 },
    names: /2020-01-06.*lockAfterWeeks/,
  },
  {
    code: 'ApprovalStateFailed',
    name: 'revoking what was not submitted',
    request: { method: 'DELETE', url: `/api/rest/timeApproval/week${at}&weekStart=2020-01-06` },
    names: /2020-01-06.*in progress/,
  },
  {
    code: 'FilterWorkItemIdsCountExceeded',
    name: '101 ids',
    request: get(
      `/api/rest/workLogs${at}&$workItemIds=${Array.from({ length: 101 }, (_, index) => index + 1).join()}`,
    ),
    names: /\$workItemIds/,
  },
  {
    code: 'DbValidationError',
    name: 'malformed JSON',
    request: book('{"length": 60,,}'),
    status: 400,
    names: /position 14/,
  },
  {
    code: 'DbValidationError',
    name: 'JSON that ends too early',
    request: book('{"comment": "x'),
    status: 400,
    names: /position 14/,
  },
  {
    code: 'DbValidationError',
    name: 'JSON with a fault whose character came before',
    request: book('{"comment": "x", "length": x}'),
    status: 400,
    names: /position 27/,
  },
  {
    code: 'DbValidationError',
    name: 'JSON nested too deep',
    request: book(`{"comment": ${'['.repeat(65)}${']'.repeat(65)}}`),
    status: 400,
    names: /64 levels/,
  },
  {
    code: 'EntityNotFound',
    name: 'a collection that no database can hold',
    request: get(`/api/a%00b/rest/me${at}`),
  },
  {
    code: 'DbValidationError',
    name: 'a batch over 500',
    request: {
      method: 'POST',
      url: `/api/rest/workLogs/batch${at}`,
      body: Array.from({ length: 501 }, () => entry),
    },
    status: 413,
    names: /500/,
  },
  {
    code: 'DbValidationError',
    name: 'a body over 8 MiB',
    request: book({ ...entry, comment: 'x'.repeat(9 * 1024 * 1024) }),
    status: 413,
  },
  {
    code: 'DbValidationError',
    name: 'a batch that is none',
    request: { method: 'POST', url: `/api/rest/workLogs/batch${at}`, body: entry },
    names: /array/,
  },
  {
    code: 'DbValidationError',
    name: 'an unknown activity type',
    request: book({ ...entry, activityTypeId: unknownId }),
    names: /activityTypeId/,
  },
  {
    code: 'DbValidationError',
    name: 'over the longest track',
    request: book({ ...entry, length: 7201 }),
    settings: { longestTrack: 7200 },
    names: /longe|track/i,
  },
  {
    code: 'DbValidationError',
    name: 'a time that is none',
    request: book({ ...entry, timestamp: '2026-02-30' }),
    names: /timestamp.*30/,
  },
  {
    code: 'DbValidationError',
    name: 'a worklog that would end in the year 10000',
    request: book({ ...entry, timestamp: '9999-12-31T23:59:59' }),
    settings: { futureDays: null },
    names: /timestamp.*9999/,
  },
  {
    code: 'DbValidationError',
    name: 'a number too large',
    request: book({ ...entry, length: 1e12 }),
    names: /length/,
  },
  {
    code: 'DbValidationError',
    name: 'a comment too long',
    request: book({ ...entry, comment: 'x'.repeat(4001) }),
    names: /comment/,
  },
];
