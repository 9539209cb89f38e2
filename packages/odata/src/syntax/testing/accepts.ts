import { ODataError } from '../../error.ts';
import { parseTarget } from '../../url/target.ts';
import type { LiteralType } from '../ast.ts';
import { parseOption } from '../query-options.ts';

/** Rules of the OASIS grammar for a literal, with the types that our tree may have for it. */
const literals: Readonly<Record<string, readonly LiteralType[]>> = {
  null: ['null'],
  boolean: ['boolean'],
  date: ['date'],
  dateTimeOffsetLiteral: ['dateTimeOffset'],
  timeOfDayLiteral: ['timeOfDay'],
  guid: ['guid'],
  binaryLiteral: ['binary'],
  stringLiteral: ['string'],
  durationLiteral: ['duration', 'string'],
  enumLiteral: ['enum', 'string'],
};

/**
 * Whether our parser accepts a text that the OASIS grammar derives from a rule, or should not; the text is as raw as in a URL. Throws
 * what is not an ODataError with a position.
 */
export function accepts(rule: string, input: string): boolean {
  try {
    return check(rule, input);
  } catch (error) {
    if (error instanceof ODataError && (error.position !== undefined || error.code === 'NotImplemented'))
      return false;
    throw error;
  }
}

function check(rule: string, input: string): boolean {
  switch (rule) {
    case 'odataRelativeUri':
    case 'resourcePath':
    case 'odataIdentifier':
    case 'entitySetName':
      return Boolean(parseTarget(input, { plusIsBlank: false }));
    case 'functionParameter':
      return Boolean(parseTarget(`F(${input})`, { plusIsBlank: false }));
    case 'searchExpr':
      return Boolean(parseTarget(`?$search=${input}`, { plusIsBlank: false }));
    case 'anyExpr':
      return Boolean(parseOption('filter', `Products/${input}`));
    case 'stringInUrl':
      return Boolean(parseOption('filter', decodeURIComponent(`[${input}]`)));
    default:
      return isOption(rule)
        ? Boolean(parseTarget(`?${input}`, { plusIsBlank: false }))
        : isExpression(rule, input);
  }
}

function isOption(rule: string): boolean {
  return /^(?:queryOptions|systemQueryOption|customQueryOption|filter|orderby|compute|expand|select|search|deltatoken|skiptoken)$/.test(
    rule,
  );
}

function isExpression(rule: string, input: string): boolean {
  const expression = parseOption('filter', decodeURIComponent(input));
  const types = literals[rule] ?? null;
  if (types) return expression.kind === 'literal' && types.includes(expression.type);
  return !/Literal$|^geo/.test(rule) || expression.kind === 'literal';
}
