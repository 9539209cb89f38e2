import { v7 as uuid } from 'uuid';
import { textOf } from '../../../testing/browser.ts';
import type { TestPerson, TestServer } from '../../../testing/test-server.ts';
import type { personColumns } from '../person-columns.ts';

interface Ground {
  at: TestServer;
  /** Whose things are made. */
  person: TestPerson;
}

/** Makes a row that names the person in a column; answers what the person's export must tell of it. */
type Make = (ground: Ground) => Promise<string>;

const LATER = '2026-12-01T00:00:00Z';
const bytes = (text: string) => Buffer.from(text);
const systemOf = ({ at }: Ground) => at.server.dependencies.database.system;
const ownOf = ({ at, person }: Ground) => ({ organization_id: at.organizationId, person_id: person.id });

/** A worklog that `by` adds for `whom`; answers its id. */
async function workLog({ at }: Ground, by: TestPerson, whom: TestPerson): Promise<string> {
  const entry = { length: 60, comment: 'made', userId: whom.id };
  const { body } = await at.ask(by, 'POST', '/api/rest/workLogs', entry);
  return textOf(body['data']?.['id']);
}

/** A week of `of` with the given columns; answers its id. */
async function week(ground: Ground, of: TestPerson, monday: number, columns: object): Promise<string> {
  const id = uuid();
  const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;
  await systemOf(ground)
    .insertInto('time_week')
    .values({
      organization_id: ground.at.organizationId,
      id,
      person_id: of.id,
      week_start: march(monday),
      week_end: march(monday + 6),
      state: 3,
      modified_at: LATER,
      ...columns,
    })
    .execute();
  return id;
}

const plan = {
  frequency: 'daily',
  weekday: null,
  month_day: null,
  time_of_day: '08:00',
  attachment: null,
  next_run_at: LATER,
  leased_until: null,
  last_run_at: null,
  fault: null,
} as const;

/** Something for every column that names a person: a new column does not compile without. */
export const makers: Record<keyof typeof personColumns, Make> = {
  'api_token.person_id': async (ground) => {
    const name = 'token for the night';
    await systemOf(ground)
      .updateTable('api_token')
      .set({ name })
      .where('person_id', '=', ground.person.id)
      .execute();
    return name;
  },
  'audit_log.affects': async (ground) => {
    const { team } = ground.at.people;
    await systemOf(ground)
      .insertInto('audit_log')
      .values({
        organization_id: ground.at.organizationId,
        id: uuid(),
        person_id: team.id,
        via: 'rest',
        address: null,
        action: 'act of somebody else',
        entity: 'user',
        entity_id: 'x',
        before: null,
        after: null,
        affects: ground.person.id,
      })
      .execute();
    return 'act of somebody else';
  },
  'audit_log.person_id': async (ground) => workLog(ground, ground.person, ground.person),
  'calendar_source.person_id': async (ground) => {
    const name = 'Calendar of the choir';
    await systemOf(ground)
      .insertInto('calendar_source')
      .values({
        ...ownOf(ground),
        id: uuid(),
        kind: 'google',
        name,
        color: '0f6cbd',
        sealed_url: bytes('sealed'),
        host: 'calendar.example',
        account: 'choir@calendar.example',
      })
      .execute();
    return name;
  },
  'explorer_layout.person_id': async (ground) => {
    const name = 'Layout of mine';
    const view = JSON.stringify({ columns: [], sort: [], groupBy: [], filters: {} });
    await systemOf(ground)
      .insertInto('explorer_layout')
      .values({ ...ownOf(ground), id: uuid(), name, view })
      .execute();
    return name;
  },
  'external_identity.person_id': async (ground) => {
    const identity = { issuer: 'https://login.example', subject: 'subject of theirs' };
    await systemOf(ground)
      .insertInto('external_identity')
      .values({ ...ownOf(ground), ...identity })
      .execute();
    return identity.subject;
  },
  'group_member.person_id': async (ground) => {
    const [id, organization_id] = [uuid(), ground.at.organizationId];
    const group = { organization_id, id, name: 'Group of theirs', source: 'stint', external_id: null };
    await systemOf(ground).insertInto('person_group').values(group).execute();
    await systemOf(ground)
      .insertInto('group_member')
      .values({ ...ownOf(ground), group_id: id })
      .execute();
    return group.name;
  },
  'idempotency_key.person_id': async (ground) => {
    const key = 'key of a repetition';
    await systemOf(ground)
      .insertInto('idempotency_key')
      .values({ ...ownOf(ground), key, request_hash: bytes('x'), status: 200, body: '{}', headers: '{}' })
      .execute();
    return key;
  },
  'mail_message.person_id': async (ground) => {
    const content = JSON.stringify({ subject: 'Letter to them', text: '', html: '', attachments: [] });
    await systemOf(ground)
      .insertInto('mail_message')
      .values({
        ...ownOf(ground),
        id: uuid(),
        kind: 'daily',
        dedupe_key: 'x',
        content,
        fault: null,
        sent_at: null,
      })
      .execute();
    return 'Letter to them';
  },
  'paired_app.person_id': async (ground) => {
    const name = 'App of theirs';
    const app = { ...ownOf(ground), id: uuid(), name, last_used_at: null, revoked_at: null };
    await systemOf(ground).insertInto('paired_app').values(app).execute();
    return name;
  },
  'pairing.person_id': async (ground) => {
    const app_name = 'App that is being paired';
    await systemOf(ground)
      .insertInto('pairing')
      .values({
        ...ownOf(ground),
        secret_hash: bytes('pairing'),
        pin_hash: bytes('pin'),
        expires_at: LATER,
        app_name,
        redeemed_at: null,
        app_id: null,
      })
      .execute();
    return app_name;
  },
  'password.person_id': async (ground) => {
    await systemOf(ground)
      .insertInto('password')
      .values({ ...ownOf(ground), hash: 'hash of theirs' })
      .execute();
    return 'true';
  },
  'person.approval_manager_id': async (ground) => {
    const { team } = ground.at.people;
    await systemOf(ground)
      .updateTable('person')
      .set({ approval_manager_id: ground.person.id })
      .where('id', '=', team.id)
      .execute();
    return team.id;
  },
  'person.id': async ({ person }) => person.email,
  'reminder_run.person_id': async (ground) => {
    const run = { ...ownOf(ground), kind: 'weekly', day: '2026-03-09' };
    await systemOf(ground).insertInto('reminder_run').values(run).execute();
    return '2026-03-09';
  },
  'report.person_id': async (ground) => {
    const { organization_id, person_id } = ownOf(ground);
    const content = JSON.stringify({ timeframeFilter: null, scope: 'Me', project: null, widgets: [] });
    for (const [name, visibility] of [
      ['Report of theirs', 'private'],
      ['Report for all', 'organization'],
    ] as const) {
      const report = { organization_id, person_id, id: uuid(), name, visibility, share_id: null, content };
      await systemOf(ground).insertInto('report').values(report).execute();
    }
    return 'Report of theirs';
  },
  'report_schedule.person_id': async (ground) => {
    const id = uuid();
    const recipient_ids = [ground.at.people.team.id];
    const row = { ...ownOf(ground), ...plan, id, report_id: uuid(), recipient_ids };
    await systemOf(ground).insertInto('report_schedule').values(row).execute();
    return id;
  },
  'report_schedule.recipient_ids': async (ground) => {
    const { team } = ground.at.people;
    const id = uuid();
    for (const [plan_id, recipient_ids] of [
      [id, [team.id, ground.person.id]],
      [uuid(), [ground.person.id]],
    ] as const) {
      const row = { ...ownOf(ground), ...plan, person_id: team.id, id: plan_id, report_id: uuid() };
      await systemOf(ground)
        .insertInto('report_schedule')
        .values({ ...row, recipient_ids: [...recipient_ids] })
        .execute();
    }
    return id;
  },
  'session.person_id': async (ground) => {
    const user_agent = 'Browser of theirs';
    await systemOf(ground)
      .insertInto('session')
      .values({
        ...ownOf(ground),
        id: uuid(),
        secret_hash: bytes('session'),
        method: 'password',
        user_agent,
        expires_at: LATER,
      })
      .execute();
    return user_agent;
  },
  'sign_in_link.person_id': async (ground) => {
    const link = { ...ownOf(ground), secret_hash: bytes('link'), expires_at: LATER, used_at: null };
    await systemOf(ground).insertInto('sign_in_link').values(link).execute();
    return '2026-12-01';
  },
  'time_week.approved_by': (ground) =>
    week(ground, ground.at.people.team, 2, { approved_by: ground.person.id }),
  'time_week.assigned_manager_id': (ground) =>
    week(ground, ground.at.people.team, 9, { assigned_manager_id: ground.person.id }),
  'time_week.person_id': async (ground) => {
    await week(ground, ground.person, 2, { comment: 'Comment on their week' });
    return 'Comment on their week';
  },
  'track.person_id': async ({ at, person }) => {
    const start = { remark: 'Track of theirs', timeZone: 60 };
    await at.ask(person, 'POST', '/api/tracking/client/startTracking', start);
    return start.remark;
  },
  'webhook.created_by': async ({ at, person }) => {
    const hook = { url: 'https://93.184.215.14/hook', events: ['worklog.created'] };
    const { body } = await at.ask(person, 'POST', '/api/rest/webhooks', hook);
    return textOf(body['data']?.['id']);
  },
  'work_log.added_by': (ground) => workLog(ground, ground.person, ground.at.people.team),
  'work_log.edited_by': async (ground) => {
    const { at, person } = ground;
    const id = await workLog(ground, at.people.team, at.people.team);
    await at.ask(person, 'PATCH', `/api/rest/workLogs/${id}`, { comment: 'edited' });
    return id;
  },
  'work_log.person_id': (ground) => workLog(ground, ground.at.people.administrator, ground.person),
};
