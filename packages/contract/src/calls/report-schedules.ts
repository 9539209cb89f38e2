import { Type } from 'typebox';
import { call } from '../call.ts';
import { Guid } from '../schemas/common.ts';
import { NewReportSchedule, ReportSchedule, ReportScheduleChange } from '../schemas/report-schedules.ts';

const one = { params: Type.Object({ id: Guid }) };

export const listReportSchedules = call({
  id: 'listReportSchedules',
  area: 'rest',
  method: 'GET',
  path: '/reportSchedules',
  summary: 'The caller’s plans by which reports are mailed, the next one first.',
  answer: Type.Array(ReportSchedule),
});

export const addReportSchedule = call({
  id: 'addReportSchedule',
  area: 'rest',
  method: 'POST',
  path: '/reportSchedules',
  summary:
    'Mails a report again and again, made with the caller’s rights; without recipients, to the caller.',
  body: NewReportSchedule,
  answer: ReportSchedule,
});

export const changeReportSchedule = call({
  id: 'changeReportSchedule',
  area: 'rest',
  method: 'PATCH',
  path: '/reportSchedules/:id',
  summary: 'Changes a plan of the caller; a field left out or null keeps its value.',
  ...one,
  body: ReportScheduleChange,
  answer: ReportSchedule,
});

export const deleteReportSchedule = call({
  id: 'deleteReportSchedule',
  area: 'rest',
  method: 'DELETE',
  path: '/reportSchedules/:id',
  summary: 'Deletes a plan of the caller.',
  ...one,
  answer: Type.Null(),
});

export const runReportSchedule = call({
  id: 'runReportSchedule',
  area: 'rest',
  method: 'POST',
  path: '/reportSchedules/:id/run',
  summary: 'Mails a report of the caller’s plans as soon as the server comes to it, beside its plan.',
  ...one,
  answer: ReportSchedule,
});
