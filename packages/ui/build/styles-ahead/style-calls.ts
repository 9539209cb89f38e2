import { type CSSClassesMapBySlot, type CSSRulesByBucket, resolveStyleRulesForSlots } from '@griffel/core';
import type { ESTree } from 'vite';
import { type TopLevel, valueOf } from './values.ts';

/** The call that stands for one that made styles while the page ran, and the rules of its styles. */
export interface MadeStyles {
  readonly call: string;
  /** The names of the classes that the page may give to elements. */
  readonly classes: readonly string[];
  readonly rules: CSSRulesByBucket;
}

/** By property its class, or one for each direction of writing. */
type ClassesBySlot = CSSClassesMapBySlot<string | number>;
type StylesBySlots = Parameters<typeof resolveStyleRulesForSlots>[0];

/** `makeStyles` of our sources, and what Fluent's packages already made of theirs. */
const MAKERS: Readonly<Record<string, (values: readonly unknown[]) => MadeStyles>> = {
  makeStyles: ([styles]) => {
    const [classes, rules] = resolveStyleRulesForSlots(styles as StylesBySlots);
    return withClasses(classes, rules);
  },
  __styles: ([classes, rules]) => withClasses(classes as ClassesBySlot, rules as CSSRulesByBucket),
  __resetStyles: ([leftToRight, , rules]) => ({
    call: `__resetCSS(${JSON.stringify(leftToRight)})`,
    classes: [String(leftToRight)],
    rules: Array.isArray(rules) ? { r: rules } : (rules as CSSRulesByBucket),
  }),
};

/** No language of ours is written from right to left, so the other direction stays at home. */
function withClasses(bySlot: ClassesBySlot, rules: CSSRulesByBucket): MadeStyles {
  const classes: string[] = [];
  const leftToRight = JSON.stringify(bySlot, (_key, value: unknown) => {
    const chosen: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof chosen === 'string') classes.push(...chosen.split(' '));
    return chosen;
  });
  return { call: `__css(${leftToRight})`, classes, rules };
}

/** A call that makes styles: its name and arguments, and where it stands in the source. */
export interface StyleCall {
  readonly maker: string;
  readonly values: readonly ESTree.Expression[];
  readonly start: number;
  readonly end: number;
}

/** The constants at the top of a program, by name. */
export function constantsOf(program: ESTree.Program): Map<string, ESTree.Expression> {
  const constants = new Map<string, ESTree.Expression>();
  for (const statement of program.body) {
    const inner = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (inner?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of inner.declarations)
      if (id.type === 'Identifier' && init) constants.set(id.name, init);
  }
  return constants;
}

/** The calls among constants that make styles, in the order of the source. */
export function styleCallsOf(constants: ReadonlyMap<string, ESTree.Expression>): StyleCall[] {
  return [...constants.values()].flatMap((node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return [];
    const { name } = node.callee;
    if (!Object.hasOwn(MAKERS, name)) return [];
    const values = node.arguments as ESTree.Expression[];
    return [{ maker: name, values, start: node.start, end: node.end }];
  });
}

/** Makes the styles of a call. Throws for styles that cannot be read without running the program. */
export function madeStyles({ maker, values }: StyleCall, top: TopLevel): MadeStyles {
  const make = MAKERS[maker];
  if (!make) throw new Error(`${maker} makes no styles`);
  return make(values.map((value) => valueOf(value, top)));
}
