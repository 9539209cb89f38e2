import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid } from '../schemas/common.ts';
import { NewReport, Report, ReportChange, ReportCopy, ReportSummary } from '../schemas/reports.ts';

const one = { params: Type.Object({ id: Guid }) };

export const listReports = call({
  id: 'listReports',
  area: 'rest',
  method: 'GET',
  path: '/reports',
  summary:
    'Reports without their widgets: the built-in ones, the caller’s in their order, then those of others by name.',
  answer: Type.Array(ReportSummary),
});

export const getReport = call({
  id: 'getReport',
  area: 'rest',
  method: 'GET',
  path: '/reports/:id',
  summary: 'One report with its widgets; its ETag goes into If-Match.',
  ...one,
  answer: Report,
});

export const getSharedReport = call({
  id: 'getSharedReport',
  area: 'rest',
  method: 'GET',
  path: '/reports/shared/:shareId',
  summary: 'The report that a link leads to, for every member of its organization.',
  params: Type.Object({ shareId: Guid }),
  answer: Report,
});

export const addReport = call({
  id: 'addReport',
  area: 'rest',
  method: 'POST',
  path: '/reports',
  summary: 'Makes a report; widgets are in the JSON of the 7pace widget gallery.',
  body: NewReport,
  answer: Report,
});

export const changeReport = call({
  id: 'changeReport',
  area: 'rest',
  method: 'PATCH',
  path: '/reports/:id',
  summary: 'Changes a report; a field left out or null keeps its value. Takes If-Match.',
  ...one,
  body: ReportChange,
  answer: Report,
});

export const deleteReport = call({
  id: 'deleteReport',
  area: 'rest',
  method: 'DELETE',
  path: '/reports/:id',
  summary: 'Deletes a report, and the mail that is sent of it; takes If-Match.',
  ...one,
  answer: Type.Null(),
});

export const copyReport = call({
  id: 'copyReport',
  area: 'rest',
  method: 'POST',
  path: '/reports/:id/copy',
  summary: 'Makes a private report of the caller’s own out of any report that they see.',
  ...one,
  body: ReportCopy,
  answer: Report,
});

export const orderReports = call({
  id: 'orderReports',
  area: 'rest',
  method: 'PUT',
  path: '/reports/order',
  summary: 'Sets the order of the caller’s reports; those that are not named come behind.',
  body: Type.Object({ ids: Type.Array(Guid, { maxItems: 500 }) }),
  answer: Type.Array(ReportSummary),
});

export const shareReport = call({
  id: 'shareReport',
  area: 'rest',
  method: 'POST',
  path: '/reports/:id/share',
  summary:
    'Makes a link to a report, by which every member of the organization sees it; a link that was there ends.',
  ...one,
  answer: Report,
});

export const unshareReport = call({
  id: 'unshareReport',
  area: 'rest',
  method: 'DELETE',
  path: '/reports/:id/share',
  summary: 'Ends the link to a report.',
  ...one,
  answer: Report,
});
