import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSimulator } from '../harness.ts';
import { meets } from './evaluate.ts';
import { parseWiql } from './parse.ts';
import { WiqlError } from './tokens.ts';

const macros = { me: 'cleo@demo.local', project: 'Atlas', today: '2026-01-05' };
const fields = {
  'System.Id': 12,
  'System.Title': "Ann's crash on empty folders",
  'System.AreaPath': 'Atlas\\Web',
  'System.TeamProject': 'Atlas',
  'System.AssignedTo': { id: 'x', uniqueName: 'cleo@demo.local', displayName: 'Cleo Winter' },
};

describe('WIQL', () => {
  it.each([
    ["[System.Title] CONTAINS WORDS 'empty crash'", true],
    ["[System.Title] CONTAINS WORDS 'folder'", false],
    ["[System.Title] CONTAINS WORDS 'fold*'", true],
    ["[System.Title] contains 'ann''s CRASH'", true],
    ['[System.Id] = 12 AND [System.TeamProject] = @project', true],
    ['[system.id] IN (1, 2) OR [System.AssignedTo] = @Me', true],
    ["NOT ([System.Id] > 11 AND [System.AreaPath] UNDER 'Atlas')", false],
    ["[System.AreaPath] NOT UNDER 'Atl'", true],
    ['[System.Id] <> 12 or [System.Id] <= 3', false],
    ["[System.Tags] = ''", true],
  ])('answers %s with %s', (where, expected) => {
    expect(meets(fields, parseWiql(`SELECT [System.Id] FROM WorkItems WHERE ${where}`).where, macros)).toBe(
      expected,
    );
  });

  it('binds AND closer than OR', () => {
    const { where } = parseWiql('select * from workitems where [a] = 1 or [b] = 2 and [c] = 3');
    expect(where).toMatchObject({ kind: 'or', right: { kind: 'and' } });
  });

  it('parses any text or says what is wrong, and never fails otherwise', () => {
    const piece = fc.constantFrom(
      'SELECT',
      '[System.Id]',
      'FROM',
      'WorkItems',
      'WHERE',
      '=',
      "'x'",
      '(',
      ')',
      'AND',
      'NOT',
      'ORDER',
      'BY',
      ',',
      '5',
      '\u0000',
      '[',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join(' ')),
        ),
        (text) => {
          try {
            parseWiql(text);
          } catch (error) {
            expect(error).toBeInstanceOf(WiqlError);
          }
        },
      ),
    );
  });

  it('is ordered and limited over HTTP, and refused with 400 when it is wrong', async () => {
    const { tracking } = await openSimulator(100);
    const query =
      'SELECT [System.Id] FROM WorkItems WHERE [System.TeamProject] = "Atlas" ORDER BY [System.Id] DESC';
    const { workItems = [] } = await tracking.queryByWiql({ query }, undefined, undefined, 3);
    const ids = workItems.map(({ id }) => id ?? 0);
    expect(ids).toHaveLength(3);
    expect(ids).toEqual([...ids].sort((left, right) => right - left));
    await expect(tracking.queryByWiql({ query: 'SELECT nothing' })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});
