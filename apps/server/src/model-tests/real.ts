import { expect } from 'vitest';
import { v7 as uuid } from 'uuid';
import { textOf as jsonText } from '../testing/browser.ts';
import { type Answer, type TestPerson, type TestServer, testServer } from '../testing/test-server.ts';
import {
  type Actor,
  BEGIN,
  type Entry,
  type Model,
  newModel,
  type Owner,
  OWNERS,
  type Rules,
  wallNow,
  weekKey,
  ZONES,
} from './model.ts';
import type { Refusals } from './rules.ts';
import { DAY, dayOf, midnight, MINUTE, mondayOf, textOf } from './time.ts';

/** A server with a clock of its own. */
export interface Ground {
  stint: TestServer;
  /** Epoch milliseconds. */
  now: number;
}

/** The server as the people of one run see it. */
export interface Real {
  ground: Ground;
  people: Readonly<Record<Owner, TestPerson>>;
  ask(
    actor: Actor | 'manager',
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Answer>;
  /** All rows of a list, which comes in pages. */
  rows<Row>(actor: Actor | 'manager', path: string): Promise<Row[]>;
}

export async function openGround(): Promise<Ground> {
  const ground = { now: BEGIN } as Ground;
  ground.stint = await testServer({ clock: () => ground.now });
  return ground;
}

const PAGE = 500;

/** New people, new activity types and these rules on a server that serves all runs. */
export async function newRun(ground: Ground, rules: Rules): Promise<{ model: Model; real: Real }> {
  const { stint } = ground;
  const { administrator, manager } = stint.people;
  ground.now = BEGIN;
  const [first, second] = [await newPerson(stint, 0), await newPerson(stint, 1)];
  const people = { 0: first, 1: second };
  const who = (actor: Actor | 'manager') =>
    actor === 'administrator' ? administrator : actor === 'manager' ? manager : people[actor];
  const ask: Real['ask'] = (actor, method, path, body) => stint.ask(who(actor), method, `/api/${path}`, body);

  async function rows<Row>(actor: Actor | 'manager', path: string): Promise<Row[]> {
    const found: Row[] = [];
    for (;;) {
      const answer = await ask(actor, 'GET', `${path}&$count=${PAGE}&$skip=${found.length}`);
      expect(answer.status).toBe(200);
      const page = answer.body['data'] as unknown as Row[];
      found.push(...page);
      if (page.length < PAGE) return found;
    }
  }

  expect((await ask('administrator', 'PATCH', 'rest/settings', rules)).status).toBe(200);
  const types: string[] = [];
  for (const color of ['aa0000', '00aa00']) {
    const name = uuid();
    const { body } = await ask('administrator', 'POST', 'rest/activityTypes', { name, color });
    types.push(jsonText(body['data']?.['id']));
  }
  const real = { ground, people, ask, rows };
  const model = newModel(types, rules);
  model.entries.push(...(await firstEntries(model, real)));
  await giveAway(model, real);
  await submitLastWeek(model, real);
  return { model, real };
}

/** Something to change from the first act on: a worklog of last week and one of today for both. */
async function firstEntries(model: Model, real: Real): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const owner of OWNERS) {
    for (const days of [7, 0]) {
      const start = midnight(wallNow(model, owner)) - days * DAY + 510 * MINUTE;
      const content = { owner, start, seconds: 3600, item: 7, comment: '', type: model.types[owner] ?? '' };
      const { body } = await real.ask(owner, 'POST', 'rest/workLogs', {
        timestamp: textOf(start),
        length: content.seconds,
        workItemId: content.item,
        activityTypeId: content.type,
      });
      const id = jsonText(body['data']?.['id']);
      entries.push({ ...content, id, addedBy: owner, isEditedByOwner: false, isDeleted: false });
    }
  }
  return entries;
}

async function newPerson(stint: TestServer, owner: Owner): Promise<TestPerson> {
  const person = await stint.addPerson(stint.organizationId, uuid(), 'Team');
  await stint.server.dependencies.database.system
    .updateTable('person')
    .set({ time_zone: ZONES[owner].name })
    .where('id', '=', person.id)
    .execute();
  return person;
}

/** A worklog that two may edit until its owner does: added by one, now of the other (product.md, People and roles). */
async function giveAway(model: Model, real: Real): Promise<void> {
  const entry = model.entries.find(({ owner, start }) => owner === 0 && start > mondayOf(wallNow(model, 0)));
  if (!entry) throw new Error('there is no worklog of today');
  entry.start += 2 * 60 * MINUTE;
  entry.owner = 1;
  const body = { userId: real.people[1].id, timestamp: textOf(entry.start) };
  const answer = await real.ask('administrator', 'PATCH', `rest/workLogs/${entry.id}`, body);
  expect(answer.status).toBe(200);
}

/** One week to decide about. */
async function submitLastWeek(model: Model, real: Real): Promise<void> {
  const monday = mondayOf(wallNow(model, 0)) - 7 * DAY;
  const answer = await real.ask(0, 'POST', 'rest/timeApproval/week', { weekStart: dayOf(monday) });
  expect(answer.status).toBe(200);
  model.weeks.set(weekKey(0, monday), { state: 1, isLocked: null });
}

/** The status of each refusal that the model knows (api.md 3.1). */
const statuses: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ApprovalStateFailed: 422,
  DbValidationError: 409,
  EntityNotFound: 404,
  FutureCheckFailed: 422,
  LengthIsRequired: 422,
  LengthMustBePositive: 422,
  NoRightsToWorkLogModification: 403,
  WorkItemIdOrCommentRequired: 422,
};

/** Checks that an answer is what the model foretold; whether it was done. */
export function checkAnswer({ status, body }: Answer, foretold: Refusals): boolean {
  const code = body['error']?.['errorCode'] as unknown as string | undefined;
  const answered = { status, code, message: body['error']?.['message'] };
  if (foretold.size === 0) {
    expect(answered).toEqual({ status: 200, code: undefined, message: undefined });
    return true;
  }
  expect({ ...answered, foretold: [...foretold] }).toMatchObject({
    code: expect.toSatisfy((each: string) => foretold.has(each)),
    status: statuses[code ?? ''],
  });
  return false;
}
