import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { constantsOf, madeStyles, styleCallsOf } from './style-calls.ts';
import { stylesheetOf } from './stylesheet.ts';
import { themeRules } from './theme-rules.ts';

/** The styles that a program makes, and what stands in their place. */
function madeIn(code: string, imports: Readonly<Record<string, unknown>> = {}) {
  const constants = constantsOf(parseAst(code));
  return styleCallsOf(constants).map((call) => madeStyles(call, { constants, imports }));
}

const sheetOf = (code: string) => stylesheetOf(madeIn(code)).split('\n');

describe('styles of components', () => {
  test('are read from literals, constants, texts with values, sums and imports', () => {
    const [made] = madeIn(
      `const NARROW = '@media (max-width: 720px)';
       const HEIGHT = 4 * HOUR - 2;
       export const useStyles = makeStyles({
         bar: { height: \`\${HEIGHT}px\`, color: colours.ink, [NARROW]: { order: -1 }, '::after': { content: '""' } },
       });`,
      { HOUR: 56, colours: { ink: 'var(--stint-ink)' } },
    );
    const sheet = stylesheetOf(made ? [made] : []);
    expect(sheet).toContain('{height:222px;}');
    expect(sheet).toContain('{color:var(--stint-ink);}');
    expect(sheet).toMatch(/@media \(max-width: 720px\)\{\.\w+\{order:-1;\}\}/);
    expect(sheet).toContain('::after{content:"";}');
    expect(made?.call).toMatch(/^__css\(\{"bar":\{/);
  });

  test.each([
    "makeStyles({ bar: { color: colourOf('ink') } })",
    'makeStyles({ bar: { color: unknown } })',
    'makeStyles({ bar: { ...shared } })',
    'makeStyles(styles())',
  ])('that only a running program knows are refused: %s', (call) => {
    expect(() => madeIn(`const useStyles = ${call};`)).toThrow(/cannot|without running/);
  });

  test('that Fluent made already keep their classes of languages written from left to right', () => {
    const [styles, reset] = madeIn(
      `const useStyles = __styles({ root: { a: ['f1', 'f2'], b: 'f3', c: 0 } }, { d: ['.f1{left:0;}', '.f2{right:0;}', '.f3{top:0;}'] });
       const useReset = __resetStyles('r1', 'r2', ['.r1{left:0;}', '.r2{right:0;}']);`,
    );
    expect(styles?.call).toBe('__css({"root":{"a":"f1","b":"f3","c":0}})');
    expect(reset?.call).toBe('__resetCSS("r1")');
    expect(stylesheetOf([styles, reset].flatMap((each) => each ?? [])).split('\n')).toEqual([
      '.r1{left:0;}',
      '.f1{left:0;}',
      '.f3{top:0;}',
    ]);
  });
});

describe('the stylesheet', () => {
  test('has states after what they change, and conditions last', () => {
    const sheet = sheetOf(`const useStyles = makeStyles({
      bar: {
        '@media (max-width: 720px)': { color: 'green' },
        ':active': { color: 'red' },
        ':hover': { color: 'blue' },
        ':focus-visible': { color: 'grey' },
        color: 'black',
      },
    });`);
    expect(sheet.map((rule) => /color:(\w+)/.exec(rule)?.[1])).toEqual([
      'black',
      'grey',
      'blue',
      'red',
      'green',
    ]);
  });

  test('has shorthands before what they are made of, and no rule twice', () => {
    const sheet =
      sheetOf(`const useBar = makeStyles({ bar: { gridArea: 'a', borderTopWidth: '2px', border: '1px solid red' } });
      const useOther = makeStyles({ other: { borderTopWidth: '2px' } });`);
    expect(sheet.filter((rule) => rule.includes('border-top-width:2px'))).toHaveLength(1);
    expect(new Set(sheet).size).toBe(sheet.length);
  });

  test('keeps movements', () => {
    const sheet = sheetOf(
      'const useStyles = makeStyles({ bar: { animationName: { from: { opacity: 0 }, to: { opacity: 1 } } } });',
    );
    expect(sheet.some((rule) => /^@keyframes \w+\{from\{opacity:0;\}to\{opacity:1;\}\}/.test(rule))).toBe(
      true,
    );
  });
});

test('a theme has all our colours and the variables of Fluent that are wanted', () => {
  const [light = '', dark = '', contrast = ''] = themeRules((name) => name === 'colorNeutralStroke1').split(
    '\n',
  );
  for (const rules of [light, dark, contrast])
    expect(rules).toMatch(/--colorNeutralStroke1:#\w+;.*--stint-ink:#\w+;/);
  expect(light).toMatch(/^html\[data-theme="light"\]\{/);
  expect(light).not.toContain('--colorNeutralStroke2');
  expect(new Set([light, dark, contrast].map((rules) => /--stint-ink:(#\w+)/.exec(rules)?.[1])).size).toBe(3);
});
