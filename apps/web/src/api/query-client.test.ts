import { ApiError } from '@stint/client';
import { expect, test } from 'vitest';
import { createQueryClient } from './query-client.ts';

/** How often a question is asked that fails like this. */
async function triesOf(status: number, code: string): Promise<number> {
  let tries = 0;
  const queryFn = () => {
    tries += 1;
    return Promise.reject(new ApiError({ status, code, message: '', retryAfterSeconds: null }));
  };
  const client = createQueryClient(() => undefined);
  // What fetches alone is not tried again unless the defaults say so; without a pause between the tries.
  const { retry } = client.getDefaultOptions().queries ?? {};
  if (retry === undefined) throw new Error('the defaults say nothing of trying again');
  await client.fetchQuery({ queryKey: ['x'], queryFn, retry, retryDelay: 0 }).catch(() => undefined);
  return tries;
}

test.each([
  [503, 'UnknownError', 3],
  [0, 'Unreachable', 3],
  [503, 'ApiDisabled', 1],
  [403, 'AccessDenied', 1],
])('%i %s is asked %i times', async (status, code, tries) => {
  expect(await triesOf(status, code)).toBe(tries);
});
