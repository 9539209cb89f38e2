import { randomUUID } from 'node:crypto';

/** Questions that wait for an answer, each for a bounded time. */
export interface Questions {
  /** The id that the answer comes under, and the answer. */
  open(): { readonly id: string; readonly answer: Promise<unknown> };
  /** False when nobody waits for it (any more). */
  settle(id: string, settlement: { readonly result?: unknown; readonly error?: string }): boolean;
  rejectAll(error: Error): void;
}

/** @param timeout milliseconds an answer is waited for */
export function createQuestions(timeout: number): Questions {
  const waiting = new Map<string, PromiseWithResolvers<unknown> & { readonly timer: NodeJS.Timeout }>();
  const take = (id: string) => {
    const question = waiting.get(id);
    clearTimeout(question?.timer);
    waiting.delete(id);
    return question;
  };
  return {
    open() {
      const id = randomUUID();
      const late = () => take(id)?.reject(new Error('The client did not answer in time.'));
      const resolvers = Promise.withResolvers<unknown>();
      waiting.set(id, { ...resolvers, timer: setTimeout(late, timeout).unref() });
      return { id, answer: resolvers.promise };
    },
    settle(id, { result, error }) {
      const question = take(id);
      if (error === undefined) question?.resolve(result);
      else question?.reject(new Error(error));
      return question !== undefined;
    },
    rejectAll(error) {
      for (const id of waiting.keys()) take(id)?.reject(error);
    },
  };
}
