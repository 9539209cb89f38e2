import { type HubDefinition } from '../../hub/definition.ts';
import { HubError } from '../../hub/hub-error.ts';
import type { TestUser } from '../../testing/serve.ts';
import { testHub } from '../../testing/test-hub.ts';

/** The test hub with what classic clients alone can do. */
export function classicHub(): HubDefinition<TestUser> {
  const { methods, ...rest } = testHub();
  return {
    ...rest,
    methods: {
      ...methods,
      refuseWithData: () => {
        throw new HubError('Not today.', { tryAgain: 'tomorrow' });
      },
      work({ progress }) {
        for (const percent of [10, 50, 100]) progress(percent);
        return 'done';
      },
      rename({ state }, name) {
        const { name: before } = state;
        state['name'] = name;
        return before;
      },
    },
  };
}

/** What a client must have seen that played `play` by this transport. */
export function seen(transport: string) {
  return {
    who: ['ann', 'classic', transport],
    echoed: { text: 'Grüße 👋', list: [1, null, true] },
    refused: { message: 'Not today.', source: 'HubException', data: { tryAgain: 'tomorrow' } },
    failed: {
      message: "There was an error invoking Hub method 'test.fail'.",
      source: 'Exception',
      data: undefined,
    },
    unknown: {
      message: "'noSuchMethod' method could not be resolved. No method found with that name.",
      source: 'Exception',
      data: undefined,
    },
    worked: 'done',
    progress: [10, 50, 100],
    before: 'ann',
    name: 'bob',
    told: ['pushed', 'to blue', 'missed 1', 'missed 2', 'missed 3', 'still blue', 'last'],
    reconnected: 1,
  };
}
