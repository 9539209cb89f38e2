/** What is done to jobs in groups; `Result`s are in the order of the jobs. */
export interface Grouping<Job, Result> {
  /** How many groups may be under way at once. */
  readonly groupsAtOnce: number;
  /** How many jobs a group may have. */
  readonly size: number;
  /** Names of what jobs that are under way at the same time must not share. */
  readonly keysOf: (job: Job) => readonly string[];
  readonly run: (jobs: readonly Job[]) => Promise<readonly Result[]>;
}

interface Waiting<Job, Result> {
  readonly job: Job;
  readonly keys: readonly string[];
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Lets jobs that come while others are under way wait for each other and go as one group; a job that comes alone goes at
 * once. Jobs that share a key go one after the other, in the order they came. When a group fails as a whole, each of its
 * jobs is run alone, so that none pays for another; a job must therefore bear to be run again.
 */
export function createGroups<Job, Result>(grouping: Grouping<Job, Result>): (job: Job) => Promise<Result> {
  const { groupsAtOnce, size, keysOf, run } = grouping;
  const taken = new Set<string>();
  let waiting: Waiting<Job, Result>[] = [];
  let underWay = 0;

  function startGroups(): void {
    while (underWay < groupsAtOnce && waiting.length > 0) {
      const group = nextGroup();
      if (group.length === 0) return;
      underWay += 1;
      void goThrough(group);
    }
  }

  async function goThrough(group: readonly Waiting<Job, Result>[]): Promise<void> {
    await finish(group);
    underWay -= 1;
    for (const { keys } of group) for (const key of keys) taken.delete(key);
    startGroups();
  }

  function nextGroup(): Waiting<Job, Result>[] {
    const group: Waiting<Job, Result>[] = [];
    const left: Waiting<Job, Result>[] = [];
    const passedOver = new Set<string>();
    for (const each of waiting) {
      const isFree = group.length < size && !each.keys.some((key) => taken.has(key) || passedOver.has(key));
      (isFree ? group : left).push(each);
      for (const key of each.keys) (isFree ? taken : passedOver).add(key);
    }
    waiting = left;
    return group;
  }

  async function finish(group: readonly Waiting<Job, Result>[]): Promise<void> {
    try {
      const results = await run(group.map(({ job }) => job));
      for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map((each) => finish([each])));
    }
  }

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, keys: keysOf(job), resolve, reject });
      startGroups();
    });
}
