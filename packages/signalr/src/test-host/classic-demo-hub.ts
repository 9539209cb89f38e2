import { setTimeout as delay } from 'node:timers/promises';
import { defineHub } from '../hub/definition.ts';
import { HubError } from '../hub/hub-error.ts';

const emptyGuid = '00000000-0000-0000-0000-000000000000';

/** The hub with one method of each kind, named as in the original's samples. */
export const demoHub = () =>
  defineHub<unknown>({
    name: 'demo',
    methods: {
      getValue: () => delay(5000, 10),
      sendToUser: ({ clients }, userId) => clients.user(String(userId)).send('invoke'),
      addToGroups({ clients, groups }) {
        groups.add('foo');
        groups.add('bar');
        clients.caller.send('groupAdded');
      },
      doSomethingAndCallError: ({ clients }) => clients.caller.send('errorInCallback'),
      dynamicTask: ({ clients }) => clients.all.send('signal', crypto.randomUUID()),
      plainTask: () => delay(500),
      genericTaskWithContinueWith: async () => 4,
      taskWithException: fail,
      genericTaskWithException: fail,
      synchronousException: fail,
      hubException: () => refuse('errorData'),
      hubExceptionWithoutErrorData: () => refuse(),
      cancelledTask: () => Promise.reject(new Error('A task was canceled.')),
      cancelledGenericTask: () => Promise.reject(new Error('A task was canceled.')),
      neverEndingTask: () => new Promise(() => {}),
      simpleArray: () => {},
      readStateValue: ({ state }) => state['name'],
      setStateValue({ state }, value) {
        state['Company'] = value;
        return value;
      },
      readAnyState({ state }) {
        const held = state['state'] as { Address?: unknown } | undefined;
        state['state2'] = held;
        state['addy'] = held?.Address;
        return held;
      },
      complexArray: () => {},
      complexType({ state }, person) {
        state['person'] = person;
        return person;
      },
      passingDynamicComplex: (_context, person) => (person as { Age?: unknown }).Age,
      async multipleCalls({ clients }) {
        for (let index = 0; index < 10; index += 1) {
          clients.caller.send('invoke', index);
          await delay(1000);
        }
      },
      async reportProgress(context, jobName) {
        for (let percent = 0; percent <= 100; percent += 10) {
          await delay(250);
          context.progress(percent);
        }
        return `${String(jobName)} done!`;
      },
      overload: (_context, number) => number,
      inlineScriptTag: () => 'WAITING<script>document.title = "done";</script>',
      testGuid: ({ clients }) => clients.caller.send('TestGuid', emptyGuid),
      dynamicInvoke: ({ clients }, method) => clients.caller.send(String(method)),
      mispelledClientMethod: ({ clients }) => clients.caller.send('clientMethd'),
      returnLargePayload: () => 'a'.repeat(64 * 1024),
    },
  });

function fail(): never {
  throw new Error("Exception of type 'System.Exception' was thrown.");
}

function refuse(data?: unknown): never {
  throw new HubError('message', data);
}
