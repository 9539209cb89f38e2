/** Takes rows in whatever numbers are wanted from pages that come in their own. */
export interface PageReader {
  /** At most so many of the next rows, but at least one unless there are no more. */
  readonly take: (most: number) => Promise<readonly unknown[]>;
  readonly hasMore: () => Promise<boolean>;
}

export function pageReader(pages: AsyncIterator<readonly unknown[]>): PageReader {
  let rest: readonly unknown[] = [];
  let isThrough = false;

  const fill = async () => {
    while (rest.length === 0 && !isThrough) {
      const next = await pages.next();
      if (next.done) isThrough = true;
      else rest = next.value;
    }
  };
  return {
    take: async (most) => {
      await fill();
      const taken = rest.slice(0, most);
      rest = rest.slice(taken.length);
      return taken;
    },
    hasMore: async () => {
      await fill();
      return rest.length > 0;
    },
  };
}
