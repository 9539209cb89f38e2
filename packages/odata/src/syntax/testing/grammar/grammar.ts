import { readFileSync } from 'node:fs';
import apg from 'apg-js';
import { shopNames } from './shop-names.ts';

/** Says whether a text, as raw as in a URL, follows a rule of the OASIS grammar with the names of the shop. */
export type Derives = (rule: string, text: string) => boolean;

/** Makes the parser of the OASIS grammar; costs a good part of a second. */
export function oasisGrammar(): Derives {
  const source = readFileSync(new URL('./odata.abnf', import.meta.url), 'utf8').replaceAll('\n', '\r\n');
  const api = new apg.apgApi(source);
  api.generate();
  if (api.errors.length > 0) throw new Error(`the grammar has faults: ${JSON.stringify(api.errors)}`);
  const grammar = api.toObject();
  const parser = new apg.apgLib.parser();
  for (const { name, lower } of grammar.rules) {
    const names = shopNames[name];
    if (names === undefined) continue;
    parser.callbacks[lower] = (result, characters, index) => {
      if (result.state !== apg.apgLib.ids.MATCH) return;
      const phrase = String.fromCharCode(...characters.slice(index, index + result.phraseLength));
      if (names.includes(phrase)) return;
      result.state = apg.apgLib.ids.NOMATCH;
      result.phraseLength = 0;
    };
  }
  return (rule, text) =>
    parser.parse(
      grammar,
      rule,
      Array.from(text, (character) => character.charCodeAt(0)),
    ).success;
}
