import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is not undefined (or false); the test's own timeout is the limit. */
export async function until<Answer>(
  question: () => Answer | undefined | false | Promise<Answer | undefined | false>,
): Promise<Answer> {
  for (;;) {
    const answer = await question();
    if (answer !== undefined && answer !== false) return answer;
    await sleep(10);
  }
}
