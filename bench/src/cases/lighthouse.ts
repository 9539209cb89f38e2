import lighthouse, { desktopConfig } from 'lighthouse';
import { onPages, type PageStage } from '../pages/stage.ts';
import type { Figure } from '../report/line.ts';
import { median } from '../report/statistics.ts';

const LEAST = 95;
const ROUNDS = 3;

/**
 * What Lighthouse says of the pages that people begin with, as on a phone with a slow network and as on a desktop. Lighthouse empties
 * the browser's caches before each visit and leaves the session.
 */
export function lighthouseScores(): AsyncIterable<Figure> {
  return onPages(measure);
}

async function* measure({ url, browser, debugPort }: PageStage): AsyncGenerator<Figure> {
  const score = async (path: string, isDesktop: boolean): Promise<Scores> => {
    const flags = {
      port: debugPort,
      output: 'json' as const,
      logLevel: 'error' as const,
      onlyCategories: ['performance', 'accessibility'],
    };
    const result = await lighthouse(`${url}${path}`, flags, isDesktop ? desktopConfig : undefined);
    if (!result) throw new Error('Lighthouse gave no result.');
    const { categories, audits } = result.lhr;
    const of = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const failed = categories['accessibility']?.auditRefs.filter(({ id }) => audits[id]?.score === 0) ?? [];
    return {
      performance: of('performance'),
      accessibility: of('accessibility'),
      failed: failed.map(({ id }) => id),
      timings: TIMINGS.map(([name, short]) => `${short} ${audits[name]?.displayValue ?? '–'}`).join(', '),
    };
  };
  for (const [name, path] of PAGES) {
    if (name === 'sign-in') await browser.clearCookies();
    for (const isDesktop of [false, true]) {
      const rounds: Scores[] = [];
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await score(path, isDesktop));
      const performance = median(rounds.map((each) => each.performance));
      const accessibility = Math.min(...rounds.map((each) => each.accessibility));
      const { timings } = rounds.find((each) => each.performance === performance) ?? { timings: '' };
      const failed = [...new Set(rounds.flatMap((each) => each.failed))].join(' ');
      yield {
        name: `lighthouse: ${name}, ${isDesktop ? 'desktop' : 'phone'}`,
        ours: `performance ${performance}, accessibility ${accessibility}${failed && ` (${failed})`}; ${timings}`,
        anchor: '–',
        ratio: null,
        target: { text: `both ≥ ${LEAST}`, isMet: Math.min(performance, accessibility) >= LEAST },
      };
    }
  }
}

/** The pages of time that people begin with. The sign-in comes last, for it ends the session. */
const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['Day', '/'],
  ['Week', '/week'],
  ['Month', '/month'],
  ['Timesheet', '/timesheet'],
  ['sign-in', '/sign-in'],
];

interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  /** The audits of accessibility that failed. */
  readonly failed: readonly string[];
  /** What the score of performance is made of, in words. */
  readonly timings: string;
}

const TIMINGS = [
  ['first-contentful-paint', 'first paint'],
  ['largest-contentful-paint', 'largest paint'],
  ['total-blocking-time', 'blocked'],
  ['cumulative-layout-shift', 'shift'],
] as const;
