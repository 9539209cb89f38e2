import { faultFinder, inWords, lenientReader, validatorOf } from '@stint/contract';
import type { TObject, TSchema } from 'typebox';
import { Refusal, refusedValue } from '../../refusal.ts';
import { nearest } from './nearest.ts';

/** Reads one value of a setting; DbValidationError says what it takes. */
type ReadValue = (given: unknown) => unknown;

/**
 * Makes a reader of changed settings. Other than bodies usually are (api.md 3.3), null is a value, which most often
 * switches a rule off, and a name that is not known is refused: a mistyped rule would else be believed to be on.
 * Names and choices may come in any letter case, numbers and truth values as texts.
 * @param ignored names that are no settings and may stand beside them
 */
export function changeReader<Settings>(
  schema: TObject,
  ignored: readonly string[] = [],
): (body: unknown) => Partial<Settings> {
  const fields = new Map(
    Object.entries(schema.properties).map(([name, each]) => [
      name.toLowerCase(),
      { name, read: valueReader(name, each) },
    ]),
  );
  const known = [...fields.values()].map(({ name }) => name);
  return (body) => {
    if (body === null || typeof body !== 'object' || Array.isArray(body))
      throw new Refusal('DbValidationError', 'The body must be an object such as {"noOverlap": true}.');
    const change: Record<string, unknown> = {};
    for (const [key, given] of Object.entries(body)) {
      if (ignored.includes(key.toLowerCase())) continue;
      const field = fields.get(key.toLowerCase());
      if (!field) throw unknownSetting(key, known);
      if (Object.hasOwn(change, field.name)) throw refusedValue(field.name, 'is named twice.');
      change[field.name] = field.read(given);
    }
    return change as Partial<Settings>;
  };
}

function valueReader(name: string, schema: TSchema): ReadValue {
  const read = lenientReader(schema);
  const findFault = faultFinder(schema);
  const validate = validatorOf(schema);
  const choices = choicesOf(schema);
  return (given) => {
    const value = choices.get(typeof given === 'string' ? given.toLowerCase() : '') ?? read(given);
    if (value === undefined || findFault(value) !== null)
      throw refusedValue(name, `must be ${inWords(schema)}; it was ${shortly(given)}.`);
    const stored = validate(value);
    if (!stored.ok) throw refusedValue(name, `${stored.fault.message}.`);
    return stored.value;
  };
}

/** The texts to choose from by their small letters. */
function choicesOf(schema: TSchema): Map<string, string> {
  const members = (schema as { anyOf?: { const?: unknown }[] }).anyOf ?? [];
  const names = members.map(({ const: name }) => name).filter((name) => typeof name === 'string');
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

function unknownSetting(key: string, known: readonly string[]): Refusal {
  const near = nearest(key, known);
  const hint =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `the settings are ${known.join(', ')}.`;
  return new Refusal('DbValidationError', `There is no setting ${shortly(key)}; ${hint}`);
}

function shortly(given: unknown): string {
  const text = JSON.stringify(given) ?? 'undefined';
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
