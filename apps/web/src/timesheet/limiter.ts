/** Runs tasks, at most `most` at once; the others wait in the order in which they came. */
export function createLimiter(most: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // Whoever waits takes the place over; only an empty queue gives it up.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
