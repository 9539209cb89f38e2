/** Makes tasks wait for each other so that at most `most` run at the same time, in the order they were given. */
export function limited(most: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // Whoever waits takes the place over; nobody in between can.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
