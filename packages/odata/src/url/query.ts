import { ODataError } from '../error.ts';
import type { Expression } from '../syntax/ast.ts';
import type { RequestOptions } from '../syntax/options-ast.ts';
import { isOptionName, parseOption } from '../syntax/query-options.ts';
import { decoded } from './decode.ts';
import { isTextOption, parseTextOption } from './text-options.ts';

/** An option that OData does not know: the host's own; null without a value. */
export interface CustomOption {
  readonly name: string;
  readonly value: string | null;
}

export interface ParsedQuery {
  readonly options: RequestOptions;
  readonly custom: readonly CustomOption[];
}

export interface QueryReading {
  /** Whether a raw `+` stands for a blank; when not, it stands for itself, as RFC 3986 has it. */
  readonly plusIsBlank: boolean;
  /**
   * Says whether an option without a dollar is the host's own although OData knows one of that name; by default none is. Options that
   * OData does not know are the host's anyway.
   */
  readonly isCustom?: (name: string) => boolean;
}

/** Most options of one request. */
const MOST_OPTIONS = 1000;

/**
 * Parses the raw query of a URL, or the body of a `/$query` request: splits it, decodes names and values, then parses them. System
 * options are known with or without the dollar and in any letter case, and stand once (OData Protocol 4.01, 11.2.1). Throws ODataError
 * with the option as target.
 */
export function parseQuery(query: string, reading: QueryReading): ParsedQuery {
  let options: RequestOptions = {};
  const aliases: Record<string, Expression> = {};
  const custom: CustomOption[] = [];
  for (const raw of splitOptions(query)) {
    const { name, value } = nameAndValue(raw, reading.plusIsBlank);
    const option = systemName(name, reading);
    if (name.startsWith('@')) {
      if (Object.hasOwn(aliases, name)) throw twice(name);
      aliases[name] = within(name, () => parseAlias(name, value));
    } else if (option !== null) {
      if (Object.hasOwn(options, option)) throw twice(`$${option}`);
      options = { ...options, [option]: within(`$${option}`, () => parseSystemOption(option, value)) };
    } else custom.push({ name, value });
  }
  return { options: Object.keys(aliases).length === 0 ? options : { ...options, aliases }, custom };
}

function splitOptions(query: string): string[] {
  const options = query.split('&', MOST_OPTIONS + 1).filter((option) => option !== '');
  if (options.length <= MOST_OPTIONS) return options;
  throw new ODataError('TooComplex', `The query has more than ${MOST_OPTIONS} options.`);
}

function nameAndValue(raw: string, plusIsBlank: boolean): CustomOption {
  const equals = raw.indexOf('=');
  const rawName = equals === -1 ? raw : raw.slice(0, equals);
  const name = within(rawName.slice(0, 60), () => decoded(rawName, plusIsBlank));
  return {
    name,
    value: equals === -1 ? null : within(name, () => decoded(raw.slice(equals + 1), plusIsBlank)),
  };
}

/** The option's name without the dollar in lower case; null for the host's own. Throws ODataError for an unknown one with a dollar. */
function systemName(name: string, { isCustom }: QueryReading): string | null {
  const hasDollar = name.startsWith('$');
  const word = (hasDollar ? name.slice(1) : name).toLowerCase();
  const isSystem = isOptionName(word) || isTextOption(word);
  if (isSystem && (hasDollar || !isCustom?.(name))) return word;
  if (!hasDollar) return null;
  const text = name.slice(0, 60);
  throw new ODataError('SyntaxError', `There is no system query option ${text}.`, {
    target: text,
    position: 0,
  });
}

function parseSystemOption(name: string, value: string | null): unknown {
  if (value === null)
    throw new ODataError('SyntaxError', `Expected "=" and a value behind $${name}.`, { position: 0 });
  if (isTextOption(name)) return parseTextOption(name, value);
  return isOptionName(name) ? parseOption(name, value) : undefined;
}

function parseAlias(name: string, value: string | null): Expression {
  if (!/^@[\p{L}\p{Nl}_][\p{L}\p{N}\p{M}\p{Pc}\p{Cf}]{0,127}$/u.test(name)) {
    throw new ODataError('SyntaxError', 'Expected the name of a parameter alias behind "@".', {
      position: 1,
    });
  }
  if (value === null)
    throw new ODataError('SyntaxError', `Expected "=" and a value behind ${name}.`, { position: 0 });
  return parseOption('filter', value);
}

function twice(name: string): ODataError {
  return new ODataError('SyntaxError', `${name} stands twice.`, { target: name, position: 0 });
}

/** Runs `read`; its fault tells the option. */
function within<Result>(target: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ODataError ? error.within(target) : error;
  }
}
