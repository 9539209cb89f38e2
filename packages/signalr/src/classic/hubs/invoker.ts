import type { HubContext } from '../../hub/context.ts';
import type { Hub } from '../../hub/hub.ts';
import { HubError } from '../../hub/hub-error.ts';
import type { Method } from '../../hub/method.ts';
import { refuse } from '../../http/refusal.ts';
import type { Application } from '../connection/application.ts';
import type { ClassicConnection } from '../connection/connection.ts';
import { answerText, clientCallText, type Outcome, progressText } from '../wire/answer.ts';
import { trackState } from '../wire/hub-state.ts';
import { type Invocation, readInvocation } from '../wire/invocation.ts';
import { texts } from '../wire/texts.ts';
import type { HubLayer } from '../../hub/layer.ts';
import type { Log } from '../../hub/log.ts';

export interface HubApplicationDependencies<User> {
  readonly layer: HubLayer<User>;
  /** Whether clients are told the text of every fault, not of `HubError`s alone. */
  readonly detailedErrors: boolean;
  readonly log: Log;
}

/** Runs the hub methods that clients call; the returned function never rejects. */
export function createInvoker<User>(
  dependencies: HubApplicationDependencies<User>,
): Application<User>['receive'] {
  const { layer } = dependencies;
  return async (connection, text) => {
    const read = readInvocation(text);
    if (!read.ok && read.id === null) return refuse(400, read.problem);
    if (!read.ok) return answerText(read.id, failed(read.problem));
    const { invocation } = read;
    const hub = layer.hubNamed(invocation.hub);
    if (hub === null) return answerText(invocation.id, failed(texts.hubNotFound(invocation.hub)));
    const method = hub.method(invocation.method);
    if (method === null) return answerText(invocation.id, failed(texts.methodNotFound(invocation.method)));
    if (!takes(method, invocation))
      return answerText(invocation.id, failed(wrongArguments(method, invocation)));
    return run(dependencies, { connection, hub, method, invocation });
  };
}

interface Call<User> {
  readonly connection: ClassicConnection<User>;
  readonly hub: Hub<User>;
  readonly method: Method<User>;
  readonly invocation: Invocation;
}

/**
 * Runs a method and returns the answer. Over HTTP an answer and the progress before it go different ways, and a client
 * forgets the call with its answer; so the answer of a call that told its progress is pushed behind it.
 */
async function run<User>(
  dependencies: HubApplicationDependencies<User>,
  call: Call<User>,
): Promise<string | null> {
  const { connection, hub, method, invocation } = call;
  const { id, args, hub: hubName, method: methodName } = invocation;
  const state = trackState(invocation.state);
  let running = true;
  let progressed = false;
  const context = hub.context(connection, {
    hubName,
    methodName,
    state: state.values,
    callCaller(method, args) {
      const name = connection.hubs.get(hub.name);
      if (name !== undefined) connection.push(clientCallText(name, method, args, state.changes()));
    },
    progress(value) {
      if (!running) throw new Error(texts.progressAfterEnd);
      progressed = true;
      connection.push(progressText(id, value, state.changes()));
    },
  });
  const outcome = await settle(method, context, args, (error) => faultOf(dependencies, call, error));
  running = false;
  const answer = encoded(id, outcome, state.changes(), (error) => faultOf(dependencies, call, error));
  if (!progressed || connection.transport === 'webSockets') return answer;
  connection.push(answer);
  return null;
}

async function settle<User>(
  method: Method<User>,
  context: HubContext<User>,
  args: readonly unknown[],
  fault: (error: unknown) => Outcome,
): Promise<Outcome> {
  try {
    const value: unknown = await method.run(context, ...args);
    return { kind: 'returned', value: method.streams ? await lastItem(value, context) : value };
  } catch (error) {
    return fault(error);
  }
}

/** A stream is told item by item as progress; its last item is the result. */
async function lastItem<User>(stream: unknown, context: HubContext<User>): Promise<unknown> {
  let last: unknown;
  for await (const item of stream as AsyncIterable<unknown>) {
    if (context.signal.aborted) break;
    context.progress(item);
    last = item;
  }
  return last;
}

/** A value that is no JSON is a fault of the method. */
function encoded(
  id: string | null,
  outcome: Outcome,
  changes: Parameters<typeof answerText>[2],
  fault: (error: unknown) => Outcome,
): string {
  try {
    return answerText(id, outcome, changes);
  } catch (error) {
    return answerText(id, fault(error));
  }
}

/** What a caller is told of what a method threw: all of a refusal, nothing of a fault. */
function faultOf<User>(
  { detailedErrors, log }: HubApplicationDependencies<User>,
  call: Call<User>,
  error: unknown,
): Outcome {
  if (error instanceof HubError)
    return { kind: 'failed', message: error.message, byHub: true, data: error.data };
  log({ kind: 'methodFailed', hub: call.hub.name, method: call.method.name, error });
  if (detailedErrors && error instanceof Error) return failed(error.message);
  return failed(texts.invocationFailed(call.invocation.hub, call.invocation.method));
}

function failed(message: string): Outcome {
  return { kind: 'failed', message, byHub: false };
}

function takes<User>({ parameters, uploads }: Method<User>, { args }: Invocation): boolean {
  return uploads === 0 && (parameters === null || parameters === args.length);
}

function wrongArguments<User>({ name, parameters, uploads }: Method<User>, { method }: Invocation): string {
  const count = (parameters ?? 0) + uploads;
  const names = Array.from({ length: count }, (_, place) => `argument${String(place + 1)}`);
  return texts.wrongArguments(method, `${name}(${names.join(', ')})`);
}
