import { type CustomOption, type Expression, ODataError, parseOption } from '@stint/odata';
import { MOST_FIELDS } from '../model/types/work-item-fields.ts';
import { MOST_CUSTOM_FIELDS } from './custom-fields.ts';
import { parseFieldList } from './field-list.ts';

/** The parameters without `$` (reporting.md, Options); filters as trees whose names are not looked up yet. */
export interface Parameters {
  readonly worklogsFilter: Expression | null;
  readonly workItemsFilter: Expression | null;
  readonly workItemFilterApplyTarget: 'AllWorkItems' | 'RootWorkItems';
  /** Reference names, in the order given. */
  readonly customFields: readonly string[];
  /** Reference names; the first is `RollupValue1`. */
  readonly rollupFields: readonly string[];
  readonly prefilter: 'Me' | 'NoFilter';
}

type Readers = { readonly [Name in keyof Parameters]: (text: string) => Parameters[Name] };

const readers: Readers = {
  worklogsFilter: readFilter,
  workItemsFilter: readFilter,
  workItemFilterApplyTarget: oneOf(['AllWorkItems', 'RootWorkItems']),
  customFields: (text) => parseFieldList(text, MOST_CUSTOM_FIELDS),
  rollupFields: (text) => parseFieldList(text, MOST_FIELDS),
  prefilter: oneOf(['NoFilter', 'Me']),
};

const names = new Map(Object.keys(readers).map((name) => [name.toLowerCase(), name as keyof Parameters]));

/**
 * Reads the parameters among a request's custom options, in any letter case; all others are not ours. An empty one is as good as none.
 * Throws ODataError with the parameter's name, the position and what would be right.
 */
export function readParameters(options: readonly CustomOption[]): Parameters {
  const given = new Map<keyof Parameters, string>();
  for (const { name, value } of options) {
    const known = names.get(name.toLowerCase());
    if (!known) continue;
    if (given.has(known)) {
      throw new ODataError('InvalidQuery', `"${known}" is given twice; expected it once.`, { target: known });
    }
    given.set(known, value ?? '');
  }
  const read = <Name extends keyof Parameters>(name: Name): Parameters[Name] => {
    try {
      return readers[name](given.get(name) ?? '');
    } catch (error) {
      throw error instanceof ODataError ? error.within(name) : error;
    }
  };
  return {
    worklogsFilter: read('worklogsFilter'),
    workItemsFilter: read('workItemsFilter'),
    workItemFilterApplyTarget: read('workItemFilterApplyTarget'),
    customFields: read('customFields'),
    rollupFields: read('rollupFields'),
    prefilter: read('prefilter'),
  };
}

function readFilter(text: string): Expression | null {
  return text.trim() === '' ? null : parseOption('filter', text);
}

/** One of these words in any letter case; the first when there is none. */
function oneOf<Word extends string>(words: readonly [Word, ...Word[]]): (text: string) => Word {
  return (text) => {
    const given = text.trim().toLowerCase();
    if (given === '') return words[0];
    const word = words.find((each) => each.toLowerCase() === given);
    if (word !== undefined) return word;
    throw new ODataError('InvalidQuery', `Expected ${words.join(' or ')}, at position 0.`, { position: 0 });
  };
}
