import type { Instant } from '@stint/domain';
import type { BegunRun, Queue } from '../changes/queue.ts';
import type { Subject } from '../subject.ts';
import type { ServerRun, ServerTrack } from './server-track.ts';

/** What runs as this app sees it: the server's track with what is not sent yet. */
export interface Run {
  /** The id of its start when this app began it, else that of its worklog. */
  readonly runId: string;
  readonly workLogId: string | null;
  /** When the worklog of it begins. */
  readonly startedAt: Instant;
  /** When the person started it: earlier than `startedAt` when the server heard of it late. */
  readonly since: Instant;
  /** The booking of the time in between. */
  readonly before: BegunRun['before'];
  readonly subject: Subject;
}

/** What runs when everything that waits is counted in. */
export function currentRun(server: ServerTrack | null, queue: Queue): Run | null {
  let run: Run | null = server?.run ? serverRun(server.run, queue) : null;
  for (const change of queue.changes) {
    if (change.kind === 'start') {
      const { id, at, subject } = change;
      run = { runId: id, workLogId: null, startedAt: at, since: at, before: null, subject };
    } else if (change.kind === 'stop' && run !== null && isOf(run, change)) {
      run = null;
    } else if (change.kind === 'adjust' && run !== null && isOf(run, change)) {
      run = { ...run, subject: { ...run.subject, ...change.change } };
    }
  }
  return run;
}

function serverRun(run: ServerRun, { begun }: Queue): Run {
  const here = begun.find(({ workLogId }) => workLogId === run.workLogId);
  const before = here?.before ?? null;
  return { ...run, runId: here?.runId ?? run.workLogId, since: before?.startedAt ?? run.startedAt, before };
}

function isOf(run: Run, change: { readonly runId: string; readonly workLogId: string | null }): boolean {
  return run.runId === change.runId || (run.workLogId !== null && run.workLogId === change.workLogId);
}
