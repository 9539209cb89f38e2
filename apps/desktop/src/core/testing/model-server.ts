import { randomUUID } from 'node:crypto';
import { instant, type Instant, toSevenDigits, toTicks, toWallTime } from '@stint/domain';

/** A worklog of the model; times are instants. */
export interface ModelWorklog {
  readonly id: string;
  startedAt: number;
  length: number;
  comment: string;
  workItemId: number | null;
  isDeleted: boolean;
}

interface ModelRun {
  readonly id: string;
  readonly startedAt: number;
  comment: string;
  workItemId: number | null;
}

interface Answer {
  status: number;
  body: unknown;
}

type Body = Record<string, unknown>;

export const NO_ACTIVITY = '00000000-0000-0000-0000-000000000000';

/** A server in memory that keeps one clock and worklogs, answers a key once, and can be unreachable or lose its answers. */
export function createModelServer(now: () => Instant) {
  const worklogs = new Map<string, ModelWorklog>();
  const answered = new Map<string, { request: string; answer: Answer }>();
  const effects = new Map<string, number>();
  let run: ModelRun | null = null;
  let stamp = 0;
  const order: string[] = [];
  const model = {
    worklogs,
    /** How often each key had an effect. */
    effects,
    /** What happened, in order: method, path and comment. */
    order,
    mode: 'up' as 'up' | 'down' | 'losesAnswers' | 'revoked' | 'failing',
    refuses: (() => null) as (path: string, body: Body) => { code: string; status: number } | null,
    /** Seconds within which the person has to say that they are there; null while nobody asks. */
    checksWithin: null as number | null,
    /** The person's time zone. */
    zone: 'Europe/Berlin',
    run: () => run,
    startElsewhere: (comment: string) => {
      stopRun();
      run = { id: randomUUID(), startedAt: now(), comment, workItemId: null };
      stamp += 1;
    },
    stopElsewhere: () => {
      stopRun();
      stamp += 1;
    },
    fetch: (async (input: string, init?: RequestInit) => {
      if (model.mode === 'down') throw new TypeError('fetch failed');
      if (model.mode === 'revoked') return json(401, refusal('UnauthorizedError', 401));
      if (model.mode === 'failing') return json(503, refusal('UnknownError', 503));
      const url = new URL(input);
      const method = init?.method ?? 'GET';
      const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Body) : {};
      const key = new Headers(init?.headers).get('idempotency-key');
      const answer = once(method, url, body, key);
      if (model.mode === 'losesAnswers') throw new TypeError('socket hang up');
      return json(answer.status, answer.body);
    }) as typeof globalThis.fetch,
  };

  function once(method: string, url: URL, body: Body, key: string | null): Answer {
    const request = `${method} ${url.pathname}${url.search} ${JSON.stringify(body)}`;
    const known = key === null ? undefined : answered.get(key);
    if (known && known.request !== request) return { status: 409, body: refusal('DbValidationError', 409) };
    if (known) return known.answer;
    const answer = act(method, url.pathname, body);
    if (method !== 'GET')
      order.push(`${method} ${url.pathname} ${String(body['comment'] ?? body['remark'] ?? '')}`);
    if (key !== null && answer.status === 200) {
      answered.set(key, { request, answer });
      effects.set(key, (effects.get(key) ?? 0) + 1);
    }
    return answer;
  }

  function act(method: string, path: string, body: Body): Answer {
    const refused = method === 'GET' ? null : model.refuses(path, body);
    if (refused) return { status: refused.status, body: refusal(refused.code, refused.status) };
    if (path.startsWith('/api/tracking/client/'))
      return track(path.slice('/api/tracking/client/'.length), body);
    if (path === '/api/rest/settings') return data({ workItemRequired: false, commentRequired: false });
    if (path === '/api/rest/me/settings')
      return data({ effective: { timeZone: model.zone, addTimeMode: 'both', durationFormat: 'HH:MM' } });
    if (path === '/api/rest/workLogs' && method === 'GET')
      return data(listed().map((each) => shown(each, model.zone)));
    if (path === '/api/rest/workLogs') return add(body);
    if (path === '/api/rest/workLogs/batch') return data((body as unknown as Body[]).map(add));
    return one(method, path.split('/').at(-1) ?? '', body);
  }

  function track(path: string, body: Body): Answer {
    if (path === 'latest') {
      const workLogs = listed().map(({ id, comment, startedAt }) => ({
        id,
        remark: comment,
        startTime: toSevenDigits(toWallTime(instant(startedAt), 'UTC')),
        activityTypeId: NO_ACTIVITY,
        workItem: null,
      }));
      return { status: 200, body: { workLogs } };
    }
    if (path === 'startTracking') {
      stopRun();
      run = {
        id: randomUUID(),
        startedAt: now(),
        comment: String(body['remark']),
        workItemId: Number(body['tfsId']) || null,
      };
      stamp += 1;
    } else if (path === 'stopTracking') {
      stopRun();
      stamp += 1;
    } else if (path === 'activityCheck') {
      model.checksWithin = null;
      stamp += 1;
    } else if (path === 'adjust' && run !== null) {
      run = { ...run, comment: String(body['remark'] ?? run.comment) };
      stamp += 1;
    }
    return state();
  }

  function stopRun(): void {
    if (run === null) return;
    const length = Math.floor((now() - run.startedAt) / 1000);
    worklogs.set(run.id, { ...run, length, isDeleted: false });
    run = null;
  }

  function state(): Answer {
    const running = run === null ? 0 : Math.floor((now() - run.startedAt) / 1000);
    const at = run === null ? null : toSevenDigits(toWallTime(instant(run.startedAt), 'UTC'));
    const whole = {
      track: {
        tfsId: run?.workItemId ?? null,
        remark: run?.comment ?? '',
        activityTypeId: NO_ACTIVITY,
        workItem: null,
        trackingState: run === null ? 'idle' : model.checksWithin === null ? 'tracking' : 'activityCheck',
        stoppedTrackType: 0,
        activityCheck: { isRunning: model.checksWithin !== null, secondsLeft: model.checksWithin ?? 0 },
        currentTrackLength: running,
        totalMeTodayLength: running,
        totalMeLength: running,
        totalTeamLength: running,
        trackAdjustmentLength: 0,
        currentTrackStartedDateTime: at,
        trackStatusChangeDate: at,
        trackTimeZone: 0,
        workLogId: run?.id ?? null,
      },
      trackSettings: { isTrackingStartAllowed: true, responseState: 'OK', responseMessage: null },
      settings: {
        activityType: { isEnabled: true, defaultActivity: NO_ACTIVITY, activityTypes: [] },
        userInfo: { userId: NO_ACTIVITY, userName: 'Cleo', userUniqueName: 'cleo@demo.local' },
        timestamp: 0,
      },
      timestamp: toTicks(instant(1_000_000 + stamp)),
    };
    return { status: 200, body: { ...whole, data: whole } };
  }

  function add(body: Body): Answer {
    const id = String(body['id']);
    const startedAt = Date.parse(String(body['timestamp']));
    const workItemId = Number(body['workItemId']) || null;
    const worklog = {
      id,
      startedAt,
      length: Number(body['length']),
      comment: String(body['comment']),
      workItemId,
    };
    worklogs.set(id, { ...worklog, isDeleted: false });
    return data(shown({ ...worklog, isDeleted: false }, model.zone));
  }

  function one(method: string, id: string, body: Body): Answer {
    const worklog = worklogs.get(id);
    if (!worklog || worklog.isDeleted) return { status: 404, body: refusal('EntityNotFound', 404) };
    if (method === 'DELETE') worklog.isDeleted = true;
    if (method === 'PATCH' && typeof body['length'] === 'number') worklog.length = body['length'];
    if (method === 'PATCH' && typeof body['comment'] === 'string') worklog.comment = body['comment'];
    return data(method === 'DELETE' ? null : shown(worklog, model.zone));
  }

  function listed(): ModelWorklog[] {
    return [...worklogs.values()].filter((each) => !each.isDeleted).sort((a, b) => b.startedAt - a.startedAt);
  }

  return model;
}

function shown({ id, startedAt, length, comment, workItemId }: ModelWorklog, zone: string) {
  return {
    id,
    timestamp: toWallTime(instant(Math.floor(startedAt / 1000) * 1000), zone),
    length,
    comment,
    workItemId,
    activityType: { id: NO_ACTIVITY, name: '[Not Set]', color: 'ffffff' },
    flags: { isBillable: false },
    isCanEdit: true,
  };
}

function data(value: unknown): Answer {
  return { status: 200, body: { data: value } };
}

function refusal(errorCode: string, statusCode: number) {
  return { error: { errorCode, statusCode, message: `${errorCode}.`, errorDescription: '' } };
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
