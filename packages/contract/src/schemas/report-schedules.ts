import { type Static, Type } from 'typebox';
import { Guid, OrNull, TimeOfDay } from './common.ts';

const plan = {
  reportId: Guid,
  frequency: Type.Union([Type.Literal('daily'), Type.Literal('weekly'), Type.Literal('monthly')]),
  /** 0 Sunday, 1 Monday … 6 Saturday; of weekly ones. */
  weekday: Type.Integer({ minimum: 0, maximum: 6 }),
  /** Of monthly ones; months without that day have it on their last. */
  monthDay: Type.Integer({ minimum: 1, maximum: 31 }),
  /** HH:MM by the owner's clock. */
  timeOfDay: Type.String(TimeOfDay),
  /** People who get it; they see what its owner sees. */
  recipientIds: Type.Array(Guid, { minItems: 1, maxItems: 50 }),
  /** Also as files, one for each widget; `none` sends no files. */
  attachment: Type.Union([Type.Literal('csv'), Type.Literal('xlsx'), Type.Literal('none')]),
  isEnabled: Type.Boolean(),
};

export const ReportSchedule = Type.Object({
  id: Guid,
  ...plan,
  weekday: OrNull(plan.weekday),
  monthDay: OrNull(plan.monthDay),
  /** RFC 3339, UTC. */
  nextRun: Type.String(),
  lastRun: OrNull(Type.String()),
  /** Why the last run failed. */
  fault: OrNull(Type.String()),
});

export const NewReportSchedule = Type.Object({
  reportId: plan.reportId,
  frequency: plan.frequency,
  weekday: Type.Optional(plan.weekday),
  monthDay: Type.Optional(plan.monthDay),
  timeOfDay: plan.timeOfDay,
  recipientIds: Type.Optional(plan.recipientIds),
  attachment: Type.Optional(plan.attachment),
  isEnabled: Type.Optional(plan.isEnabled),
});

/** A change: a field left out or null keeps its value. */
export const ReportScheduleChange = Type.Partial(Type.Object(plan));

export type ReportSchedule = Static<typeof ReportSchedule>;
export type NewReportSchedule = Static<typeof NewReportSchedule>;
export type ReportScheduleChange = Static<typeof ReportScheduleChange>;
