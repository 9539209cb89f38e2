import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stint } from './testing/terminal.ts';

describe('the command line', () => {
  test('tells what there is', async () => {
    const { code, text } = await stint(['--help']);
    expect(code).toBe(0);
    for (const command of ['serve', 'migrate', 'backup', 'restore', 'export', 'import', 'token'])
      expect(text).toContain(command);
    expect((await stint(['serve', '--help'])).text).toContain('--no-demo');
    expect((await stint(['token', 'create', '--help'])).text).toContain('--user <e-mail>');
  });

  test.each([
    [['nonsense'], {}, "error: unknown command 'nonsense'"],
    [['backup'], {}, "error: missing required argument 'file'"],
    [['token', 'create', '--user', 'x'], {}, "error: required option '--name <name>' not specified"],
    [['token', 'create', '--user', 'x', '--name', ' '], {}, 'It must have 1 to 100 characters.'],
    [['serve', '--port', '70707'], {}, '--port is "70707", but must be a whole number from 0 to 65535.'],
    [['serve'], { STINT_PORT: 'x' }, 'STINT_PORT is "x", but must be a whole number from 0 to 65535.'],
    [
      ['migrate'],
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL is not an address that begins with postgres://',
    ],
    [
      ['migrate'],
      { DATABASE_URL: 'postgres://stint@localhost/x?nope=1' },
      '"nope" in the database address is not known.',
    ],
  ])('refuses %j with %j in one line and exit code 2', async (args, env, reason) => {
    const { code, out, err } = await stint(args, env);
    expect(code).toBe(2);
    expect(out).toHaveLength(0);
    expect(err).toContain(reason);
    expect(err.replace('(stint --help tells what there is)\n', '').trimEnd()).not.toContain('\n');
  });

  test.each([
    [['backup', 'x.gz'], {}, 'There is no database in /nowhere/of/stint;'],
    [['restore', join(tmpdir(), 'no such backup')], {}, 'ENOENT: no such file or directory'],
    [
      ['migrate'],
      { DATABASE_URL: 'postgres://stint@127.0.0.1:1/x' },
      'The database cannot be reached: connect ECONNREFUSED',
    ],
  ])('tells why %j with %j fails in one line, exit code 1', async (args, env, reason) => {
    const { code, err } = await stint(args, { STINT_DATA: '/nowhere/of/stint', ...env });
    expect(code).toBe(1);
    expect(err).toContain(reason);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
