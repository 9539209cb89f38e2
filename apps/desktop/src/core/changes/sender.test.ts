import { randomUUID } from 'node:crypto';
import { createClient } from '@stint/client';
import { instant } from '@stint/domain';
import { expect, test } from 'vitest';
import { openJournal } from '../journal/journal.ts';
import { createMemoryFiles } from '../testing/memory-files.ts';
import { createModelServer } from '../testing/model-server.ts';
import { about, BEGIN } from '../testing/world.ts';
import { currentRun } from '../tracking/run.ts';
import { type ServerTrack, serverTrackOf } from '../tracking/server-track.ts';
import { createSender } from './sender.ts';

test('a track that is being sent runs all the while, also between the answer and what is shown of it', async () => {
  const now = () => instant(BEGIN);
  const { journal } = await openJournal(createMemoryFiles().port, 'journal');
  let known: ServerTrack | null = null;
  const seen: boolean[] = [];
  const look = () => seen.push(currentRun(known, journal.queue()) !== null);
  const sender = createSender({
    client: createClient({ baseUrl: 'http://model', version: '3.2', fetch: createModelServer(now).fetch }),
    journal: {
      queue: journal.queue,
      record: async (events, isDurable) => {
        await journal.record(events, isDurable);
        look();
      },
    },
    now,
    newId: randomUUID,
    onState: (state) => {
      known = serverTrackOf(state, now());
    },
    onSent: look,
  });
  const change = { kind: 'start', id: randomUUID(), at: now(), subject: about('a'), isTried: false } as const;
  await journal.record([{ type: 'added', change }], true);
  expect(await sender.drain()).toBe(true);
  expect(journal.queue().changes).toEqual([]);
  // When it was tried, noted as done, and told.
  expect(seen).toEqual([true, true, true]);
});
