import { emptyQueue, type Queue, type QueueEvent, queueStep } from '../changes/queue.ts';
import type { FilePort } from '../ports.ts';
import { lineOf, readLines } from './line.ts';

/** What waits, on disk: one line per event, so that a kill at any moment loses nothing that was answered. */
export interface Journal {
  readonly queue: () => Queue;
  /** Writes events and lets them happen; with `isDurable` they are on the disk when this resolves. */
  readonly record: (events: readonly QueueEvent[], isDurable: boolean) => Promise<void>;
}

export interface OpenedJournal {
  readonly journal: Journal;
  /** Where the damaged file lies now; null when it was whole. What could still be read is kept. */
  readonly damagedFile: string | null;
}

type Line = QueueEvent | { readonly type: 'queue'; readonly queue: Queue };

/** After so many lines the journal is written anew as one. */
const MOST_LINES = 2_000;

/** Opens the journal of one organization, or begins it. Events are written one after the other, in the order they are given. */
export async function openJournal(files: FilePort, name: string): Promise<OpenedJournal> {
  const text = (await files.read(name)) ?? '';
  const { records, isDamaged, isTorn } = readLines(text);
  let queue = records.reduce<Queue>((known, record) => replay(known, record as Line), emptyQueue);
  let lines = records.length;
  /** A write that failed, as on a full disk, may have left half a line behind which the next would be lost. */
  let isUnfinished = false;
  const damagedFile = isDamaged ? await files.setAside(name) : null;
  if (isDamaged || isTorn || lines > MOST_LINES) await rewrite();

  async function rewrite(): Promise<void> {
    await files.replace(name, lineOf({ type: 'queue', queue } satisfies Line));
    lines = 1;
    isUnfinished = false;
  }

  let last: Promise<unknown> = Promise.resolve();
  const record = (events: readonly QueueEvent[], isDurable: boolean): Promise<void> => {
    const write = async () => {
      if (isUnfinished) await rewrite();
      isUnfinished = true;
      await files.append(name, events.map(lineOf).join(''), isDurable);
      isUnfinished = false;
      queue = events.reduce(queueStep, queue);
      lines += events.length;
      if (lines > MOST_LINES && queue.changes.length < MOST_LINES / 4) await rewrite();
    };
    const written = last.then(write, write);
    last = written.catch(() => undefined);
    return written;
  };
  return { journal: { queue: () => queue, record }, damagedFile };
}

function replay(queue: Queue, line: Line): Queue {
  return line.type === 'queue' ? line.queue : queueStep(queue, line);
}
