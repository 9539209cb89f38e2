import { type Static, type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { DesktopCommand } from '../core/app/commands.ts';

const Text = (maxLength: number) => Type.String({ maxLength });
const Id = Text(64);
const Nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const one = <const Kind extends string, Fields extends Record<string, TSchema>>(kind: Kind, fields: Fields) =>
  Type.Object({ kind: Type.Literal(kind), ...fields }, { additionalProperties: false });
const WorkItemId = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const Length = Type.Integer({ minimum: 0, maximum: 9999 * 3600 });
const Timestamp = Type.String({ pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$` });

const WorkItem = Type.Object(
  { id: WorkItemId, title: Text(1000), color: Text(16) },
  { additionalProperties: true },
);
const subject = {
  workItem: Nullable(WorkItem),
  workItemId: Nullable(WorkItemId),
  comment: Text(4000),
  activityTypeId: Id,
  isBillable: Nullable(Type.Boolean()),
};
const Subject = Type.Object(subject, { additionalProperties: false });
const fields = {
  timestamp: Timestamp,
  length: Length,
  workItemId: Nullable(WorkItemId),
  comment: Text(4000),
  activityTypeId: Id,
  isBillable: Type.Boolean(),
};
const Fields = Type.Object(fields, { additionalProperties: false });

const TimeCommand = Type.Union([
  one('start', { subject: Subject }),
  one('stop', {}),
  one('adjust', { change: Type.Partial(Subject) }),
  one('book', { timestamp: Timestamp, length: Length, subject: Subject }),
  one('edit', { workLogId: Id, before: Fields, after: Type.Partial(Fields) }),
  one('remove', { workLogId: Id, before: Fields }),
]);

const Command = Type.Union([
  one('pairServer', { address: Text(2000) }),
  one('pairCollection', { url: Text(2000), collection: Text(200), token: Text(500) }),
  one('newPin', {}),
  one('agreeToLink', {}),
  one('storeTokens', { place: Type.Union([Type.Literal('plain'), Type.Literal('memory')]) }),
  one('cancelPairing', {}),
  one('time', { command: TimeCommand }),
  one('answerIdle', {
    answer: Type.Union([
      one('keep', {}),
      one('discard', {}),
      one('split', {}),
      one('book', { subject: Subject }),
    ]),
  }),
  one('confirmActivity', {}),
  one('acknowledge', {}),
  one('remindLater', { option: Type.Union([Type.Literal(0), Type.Literal(1), Type.Literal(2)]) }),
  one('resolve', { changeId: Id, choice: Type.Union([Type.Literal('mine'), Type.Literal('theirs')]) }),
  one('dismissNotice', {}),
  one('dismissNotes', {}),
  one('refresh', {}),
  one('activate', { id: Id }),
  one('unpair', { id: Id }),
  one('pairAgain', { id: Id }),
  one('settings', { change: Type.Record(Text(40), Type.Unknown()) }),
  one('update', {
    answer: Type.Union([Type.Literal('now'), Type.Literal('whenIdle'), Type.Literal('later')]),
  }),
]);

const WindowAct = Type.Union([
  one('minimize', {}),
  one('expand', {}),
  one('pauseHotkeys', { isPaused: Type.Boolean() }),
  one('open', { what: Type.Union([Type.Literal('apps'), Type.Literal('web'), Type.Literal('source')]) }),
]);

const command = Compile(Command);
const windowAct = Compile(WindowAct);

/** A command that came from a page, when it is one; null for anything else. */
export function readCommand(value: unknown): DesktopCommand | null {
  return command.Check(value) ? (value as DesktopCommand) : null;
}

/** What a page asks of its window, when it is that; null for anything else. */
export function readWindowAct(value: unknown): Static<typeof WindowAct> | null {
  return windowAct.Check(value) ? value : null;
}
