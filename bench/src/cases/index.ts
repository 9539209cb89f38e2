import type { Figure } from '../report/line.ts';
import { explorer } from './explorer.ts';
import { desktop } from './desktop.ts';
import { fresh } from './fresh.ts';
import { hub } from './hub.ts';
import { lighthouseScores } from './lighthouse.ts';
import { live } from './live.ts';
import { reads } from './reads.ts';
import { reporting } from './reporting.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { tracking } from './tracking.ts';
import { week } from './week.ts';
import { writes } from './writes.ts';

/** What can be measured, by the name that asks for it. */
export const cases = {
  writes,
  tracking,
  reads,
  search,
  reporting,
  week,
  hub,
  live,
  start,
  fresh,
  explorer,
  lighthouse: lighthouseScores,
  desktop,
} satisfies Record<string, () => AsyncIterable<Figure>>;

export type CaseName = keyof typeof cases;

export const caseNames = Object.keys(cases) as CaseName[];

const UNUSUAL: readonly CaseName[] = ['live', 'fresh', 'explorer', 'lighthouse', 'desktop'];

/** Measured when nothing is named: not the installation of a fresh clone, which needs npm's registry or cache, nor what needs a browser. */
export const usualCases = caseNames.filter((name) => !UNUSUAL.includes(name));
