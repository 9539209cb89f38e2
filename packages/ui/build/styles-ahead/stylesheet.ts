import {
  type CSSBucketEntry,
  defaultCompareMediaQueries,
  normalizeCSSBucketEntry,
  styleBucketOrdering,
} from '@griffel/core';
import type { MadeStyles } from './style-calls.ts';

/** A rule with what decides where it stands among those of its kind. */
interface Rule {
  readonly css: string;
  readonly condition: string;
  readonly priority: number;
}

/**
 * The rules of all classes that the page may use, in the order in which Griffel keeps them in the page: by kind, condition (of `@media`
 * and `@container`) and priority.
 */
export function stylesheetOf(styles: readonly Pick<MadeStyles, 'classes' | 'rules'>[]): string {
  const inUse = new Set(styles.flatMap(({ classes }) => classes));
  const lines = styleBucketOrdering.flatMap((bucket) =>
    styles
      .flatMap(({ rules }) => (rules[bucket] ?? []).map(ruleOf))
      .filter(({ css }) => css.startsWith('@keyframes') || classesIn(css).some((name) => inUse.has(name)))
      .toSorted(
        (one, other) =>
          defaultCompareMediaQueries(one.condition, other.condition) || one.priority - other.priority,
      )
      .map(({ css }) => css),
  );
  return [...new Set(lines)].join('\n');
}

function ruleOf(entry: CSSBucketEntry): Rule {
  const [css, { m: media, x: container, p: priority } = {}] = normalizeCSSBucketEntry(entry);
  const condition = media ?? container;
  return { css, condition: typeof condition === 'string' ? condition : '', priority: Number(priority ?? 0) };
}

function classesIn(css: string): string[] {
  return [...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name);
}
