import { HttpTransportType } from '@microsoft/signalr';
import type { ScenarioOptions } from './scenarios.ts';

/** What `useEverything` has to find. */
export function expectedOf({ transport, protocol }: ScenarioOptions): Record<string, unknown> {
  return {
    invoke: { text: 'Grüße 🕰\n\u2028', list: [1, -2.5, null, true, {}] },
    later: 7,
    nothing: null,
    large: 60_000,
    who: ['ann', 'core', HttpTransportType[transport]],
    ...(protocol === 'messagepack' ? { bytes: [0, 1, 255], time: 86_400_000 } : {}),
    push: {
      toAnn: [['all'], [1, 'two', [3]]],
      toBob: [['user'], ['all'], ['others'], ['group']],
    },
    refused: "An unexpected error occurred invoking 'refuse' on the server. HubException: Not today.",
    failed: "An unexpected error occurred invoking 'fail' on the server.",
    unknown: "Unknown hub method 'noSuchMethod'",
    streamInvoked:
      "The client attempted to invoke the streaming 'count' method with a non-streaming invocation.",
    invokedAsStream: [
      "The client attempted to invoke the non-streaming 'echo' method with a streaming invocation.",
    ],
    stream: [1, 2, 3, 4, 5],
    brokenStream: [
      1,
      'An error occurred on the server while streaming results. HubException: The stream broke.',
    ],
    cancelled: [1, 2, 3],
    upload: 10,
    'both ways': 30,
    answer: 42,
    'no answer': "An unexpected error occurred invoking 'ask' on the server.",
    reconnected: true,
    'after reconnect': 'again',
    'closed by the server': 'Server returned an error on close: Enough.',
    stopped: 'Disconnected',
  };
}
