import { once } from '../format/once.ts';
import type { Language } from './languages.ts';

/** The forms of a text that counts something, by the plural categories of the language; `{count}` is the number. */
export type PluralForms = { readonly [Category in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/** A text as it is written down: `{name}` stands for a value. */
export type Template = string | PluralForms;
export type Templates = Readonly<Record<string, Template>>;

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<T extends Template> = T extends string
  ? { readonly [Name in NamesIn<T>]: string | number }
  : T extends { readonly other: infer Other extends string }
    ? { readonly [Name in Exclude<NamesIn<Other>, 'count'>]: string | number } & { readonly count: number }
    : never;

/** A text ready for use: a string, or a function of its values. */
export type Text<T extends Template> = [T] extends [string]
  ? [NamesIn<T>] extends [never]
    ? string
    : (values: ValuesOf<T>) => string
  : (values: ValuesOf<T>) => string;

/** The texts of one area, ready for use. */
export type Texts<T extends Templates> = { readonly [Key in keyof T]: Text<T[Key]> };

/** What another language has to give for the English texts `T`: every key, a counting text for a counting text. */
export type Translation<T extends Templates> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : PluralForms;
};

type Values = Readonly<Record<string, string | number>>;
const NAME = /\{(\w+)\}/g;

/** The names of the values that a text takes, sorted. */
export function namesIn(template: Template): string[] {
  const forms = typeof template === 'string' ? [template] : Object.values(template);
  const names = forms.flatMap((form) => [...form.matchAll(NAME)].map(([, name = '']) => name));
  return [...new Set(names)].sort();
}

/** Makes texts of templates; numbers in them are written as the language does. */
export function textsOf<T extends Templates>(language: Language, templates: T): Texts<T> {
  const rules = once(() => new Intl.PluralRules(language));
  const numbers = once(() => new Intl.NumberFormat(language));
  const write = (value: string | number) => (typeof value === 'number' ? numbers().format(value) : value);
  const fill = (text: string, values: Values) =>
    text.replace(NAME, (whole, name: string) => write(values[name] ?? whole));
  const made = Object.entries(templates).map(([key, template]) => {
    if (typeof template !== 'string') {
      const count = (values: Values) =>
        fill(template[rules().select(Number(values['count']))] ?? template.other, values);
      return [key, count];
    }
    return [key, namesIn(template).length === 0 ? template : (values: Values) => fill(template, values)];
  });
  return Object.fromEntries(made) as Texts<T>;
}
