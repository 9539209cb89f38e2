import { defineHub } from '../hub/definition.ts';
import { HubError } from '../hub/hub-error.ts';
import type { TestUser } from './serve.ts';

/** A hub with one method of each kind. `cut` drops the caller's connections without a word. */
export function testHub({ name = 'test', cut = () => {} }: { name?: string; cut?: () => void } = {}) {
  let endlessStreams = 0;
  return defineHub<TestUser>({
    name,
    methods: {
      echo: (_context, value) => value,
      later: async (_context, value) => value,
      nothing: () => {},
      whoAmI: ({ connection }) => [connection.userId, connection.protocol, connection.transport],
      refuse: () => {
        throw new HubError('Not today.');
      },
      fail: () => {
        throw new Error('a secret of the server');
      },
      tellAll: ({ clients }, text) => clients.all.send('told', text),
      tellOthers: ({ clients }, text) => clients.others.send('told', text),
      tellUser: ({ clients }, user, text) => clients.user(String(user)).send('told', text),
      tellMe: ({ clients }, ...values) => clients.caller.send('told', ...values),
      join: ({ groups }, group) => groups.add(String(group)),
      leave: ({ groups }, group) => groups.remove(String(group)),
      tellGroup: ({ clients }, group, text) => clients.group(String(group)).send('told', text),
      count: async function* (_context, to) {
        for (let number = 1; number <= Number(to); number += 1) yield number;
      },
      endless: async function* ({ signal }) {
        endlessStreams += 1;
        try {
          for (let number = 1; !signal.aborted; number += 1) {
            yield number;
            await new Promise(setImmediate);
          }
        } finally {
          endlessStreams -= 1;
        }
      },
      endlessStreams: () => endlessStreams,
      brokenStream: async function* () {
        yield 1;
        throw new HubError('The stream broke.');
      },
      sum: {
        uploads: 1,
        run: async (_context, numbers) => {
          let sum = 0;
          for await (const number of numbers as AsyncIterable<number>) sum += number;
          return sum;
        },
      },
      double: {
        uploads: 1,
        run: async function* (_context, numbers) {
          for await (const number of numbers as AsyncIterable<number>) yield 2 * number;
        },
      },
      cutMe: () => cut(),
      closeMe: ({ connection }) => connection.close({ reason: 'Enough.' }),
      ask: ({ clients, connection }, ...args) => clients.client(connection.id).invoke('question', ...args),
    },
  });
}
