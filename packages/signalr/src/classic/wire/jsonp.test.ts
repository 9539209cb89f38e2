import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callbackScript, isCallbackName } from './jsonp.ts';

test.each(['f', 'jQuery112_1', '$.cb', 'window.signalR._cb0', 'größe'])('%s can be called back', (name) => {
  expect(isCallbackName(name)).toBe(true);
});

test.each(['', '1f', 'a..b', 'alert(1)//', 'a-b', 'class', 'x.new', 'f;g', ' f', 'f\n', 'x'.repeat(300)])(
  '%j cannot',
  (name) => {
    expect(isCallbackName(name)).toBe(false);
  },
);

test('line separators do not break the script', () => {
  expect(callbackScript('f', JSON.stringify('a\u2028b\u2029'))).toBe('f("a\\u2028b\\u2029");');
});

test('whatever the text, the callback gets it and nothing else runs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const calls: unknown[] = [];
      runInNewContext(callbackScript('page.got', JSON.stringify(text)), {
        page: { got: (value: unknown) => calls.push(value) },
      });
      expect(calls).toEqual([text]);
    }),
    { numRuns: 30 },
  );
});
