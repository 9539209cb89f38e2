import type { LiveConnection } from '../../hub/connection.ts';
import type { HubContext } from '../../hub/context.ts';
import type { Hub } from '../../hub/hub.ts';
import type { Limits } from '../../hub/limits.ts';
import type { Log } from '../../hub/log.ts';
import type { Method } from '../../hub/method.ts';
import type { Completion, Invocation, StreamItem } from '../messages.ts';
import { errorText, invokingFailed } from './error-text.ts';
import { pump } from './pump.ts';
import { invokedStream, refusalOf } from './refusals.ts';
import { Uploads } from './uploads.ts';

export interface RunnerOptions<User> {
  readonly hub: Hub<User>;
  readonly connection: LiveConnection<User>;
  /** As the client wrote it. */
  readonly hubName: string;
  readonly limits: Limits;
  readonly detailedErrors: boolean;
  readonly log: Log;
  readonly write: (message: Completion | StreamItem) => void;
  readonly isCongested: () => boolean;
}

/** Runs the calls of one connection: one after the other, but for streams, which run beside them. */
export class Runner<User> {
  readonly uploads = new Uploads();
  readonly #options: RunnerOptions<User>;
  readonly #waiting: (() => void)[] = [];
  readonly #cancels = new Map<string, AbortController>();
  #running = 0;
  #streams = 0;
  #relief: PromiseWithResolvers<void> | null = null;

  constructor(options: RunnerOptions<User>) {
    this.#options = options;
  }

  /** Starts a call. The promise, where there is one, resolves when further calls may come. */
  start(invocation: Invocation): Promise<void> | undefined {
    const { hub, detailedErrors, limits } = this.#options;
    const method = hub.method(invocation.target);
    if (method === null) return this.#refuse(invocation, `Unknown hub method '${invocation.target}'`);
    const refusal = refusalOf(method, invocation, detailedErrors);
    if (refusal !== null) return this.#refuse(invocation, refusal);
    if (method.streams || method.uploads > 0) return this.#startStreams(method, invocation);
    if (this.#running < limits.parallelCalls) this.#invoke(method, invocation, []);
    else this.#waiting.push(() => this.#invoke(method, invocation, []));
    if (this.#waiting.length < limits.waitingCalls) return undefined;
    this.#relief ??= Promise.withResolvers();
    return this.#relief.promise;
  }

  cancel(invocationId: string): void {
    this.#cancels.get(invocationId)?.abort();
  }

  /** The connection has ended. */
  abort(): void {
    this.#waiting.length = 0;
    this.#relief?.resolve();
    this.uploads.abort(new Error('The connection was closed.'));
    for (const cancel of this.#cancels.values()) cancel.abort();
  }

  #startStreams(method: Method<User>, invocation: Invocation): undefined {
    const { limits, detailedErrors } = this.#options;
    const { streamIds, target, invocationId } = invocation;
    if (this.#streams + this.uploads.size + streamIds.length >= limits.openStreams) {
      return this.#refuse(invocation, 'Too many streams are open on this connection.');
    }
    if (method.streams && invocationId !== null && this.#cancels.has(invocationId)) {
      return this.#refuse(invocation, `Invocation ID '${invocationId}' is already in use.`);
    }
    const uploads = this.uploads.open(streamIds);
    if (uploads === null) {
      return this.#refuse(invocation, errorText(invokingFailed(target), null, detailedErrors));
    }
    if (method.streams) void this.#stream(method, invocation, uploads);
    else {
      this.#running += 1;
      this.#settle(invocation, this.#call(method, invocation, uploads));
    }
    return undefined;
  }

  #refuse({ invocationId }: Invocation, error: string): undefined {
    this.#complete(invocationId, { kind: 'error', error });
    return undefined;
  }

  #invoke(method: Method<User>, invocation: Invocation, uploads: readonly unknown[]): void {
    this.#running += 1;
    this.#settle(invocation, this.#call(method, invocation, uploads));
  }

  /** What the method returned, or what it threw. */
  #call(method: Method<User>, invocation: Invocation, uploads: readonly unknown[]): Outcome {
    try {
      const context = this.#context(invocation);
      return { value: method.run(context, ...invocation.arguments, ...uploads) };
    } catch (error) {
      return { error };
    }
  }

  #context({ target, invocationId }: Invocation): HubContext<User> {
    const { hub, connection, hubName } = this.#options;
    const signal = () => this.#cancelled(invocationId);
    return hub.context(connection, { hubName, methodName: target, signal });
  }

  /** Made when it is asked for: most methods never do. */
  #cancelled(invocationId: string | null): AbortSignal {
    if (invocationId === null) return this.#options.connection.signal;
    const known = this.#cancels.get(invocationId);
    if (known !== undefined) return known.signal;
    const cancel = new AbortController();
    if (this.#options.connection.signal.aborted) cancel.abort();
    this.#cancels.set(invocationId, cancel);
    return cancel.signal;
  }

  #settle(invocation: Invocation, outcome: Outcome): void {
    if ('error' in outcome) return this.#failed(invocation, outcome.error);
    const { value } = outcome;
    if (!isThenable(value)) return this.#returned(invocation, value);
    value.then(
      (result) => this.#returned(invocation, result),
      (error: unknown) => this.#failed(invocation, error),
    );
  }

  #returned(invocation: Invocation, result: unknown): void {
    const { invocationId, target } = invocation;
    if (isAsyncIterable(result)) {
      this.#complete(invocationId, { kind: 'error', error: invokedStream(target) });
    } else {
      try {
        this.#complete(invocationId, { kind: 'result', result: result ?? null });
      } catch (error) {
        return this.#failed(invocation, error);
      }
    }
    this.#ended(invocation);
  }

  #failed(invocation: Invocation, error: unknown): void {
    const { invocationId, target } = invocation;
    this.#report(target, error);
    const text = errorText(invokingFailed(target), error, this.#options.detailedErrors);
    this.#complete(invocationId, { kind: 'error', error: text });
    this.#ended(invocation);
  }

  #ended({ invocationId, streamIds }: Invocation): void {
    this.uploads.close(streamIds);
    if (invocationId !== null) this.#cancels.delete(invocationId);
    this.#running -= 1;
    if (this.#running < this.#options.limits.parallelCalls) this.#waiting.shift()?.();
    if (this.#relief !== null && this.#waiting.length < this.#options.limits.waitingCalls) {
      this.#relief.resolve();
      this.#relief = null;
    }
  }

  async #stream(method: Method<User>, invocation: Invocation, uploads: readonly unknown[]): Promise<void> {
    const { target, streamIds } = invocation;
    const { detailedErrors, isCongested, write } = this.#options;
    const invocationId = invocation.invocationId ?? '';
    const signal = this.#cancelled(invocationId);
    const fail = (generic: string, thrown: unknown) => {
      if (signal.aborted) return null;
      this.#report(target, thrown);
      return errorText(generic, thrown, detailedErrors);
    };
    this.#streams += 1;
    let error: string | null = null;
    let items: unknown;
    try {
      const outcome = this.#call(method, invocation, uploads);
      if ('error' in outcome) throw outcome.error;
      items = await outcome.value;
    } catch (thrown) {
      error = fail(invokingFailed(target), thrown);
    }
    try {
      if (isAsyncIterable(items)) {
        await pump(items, { signal, isCongested, send: (item) => write({ type: 2, invocationId, item }) });
      } else if (error === null && !signal.aborted) {
        error = `The value returned by the streaming method '${method.name}' is not a ChannelReader<> or IAsyncEnumerable<>.`;
      }
    } catch (thrown) {
      error = fail('An error occurred on the server while streaming results.', thrown);
    }
    this.#streams -= 1;
    this.uploads.close(streamIds);
    this.#cancels.delete(invocationId);
    this.#complete(invocationId, error === null ? { kind: 'nothing' } : { kind: 'error', error });
  }

  #complete(invocationId: string | null, outcome: Completion['outcome']): void {
    if (invocationId !== null) this.#options.write({ type: 3, invocationId, outcome });
  }

  #report(method: string, error: unknown): void {
    this.#options.log({ kind: 'methodFailed', hub: this.#options.hub.name, method, error });
  }
}

type Outcome = { readonly value: unknown } | { readonly error: unknown };

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
