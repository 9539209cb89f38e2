// Words that cannot name a function in JavaScript.
const reserved = new Set(
  (
    'break case catch class const continue debugger default delete do else enum export extends finally for function if ' +
    'implements import in instanceof interface let new package private protected public return static super switch ' +
    'this throw try typeof var void while with yield null true false undefined NaN Infinity'
  ).split(' '),
);
const identifier = /^[\p{L}$_][\p{L}\p{Nd}$_]*$/u;

/** Longest name of a JSONP callback that is taken; jQuery's have about 40 characters. */
const longest = 256;

/** Whether `name` can be called as it stands: identifiers joined by dots, none of them a word of the language. */
export function isCallbackName(name: string): boolean {
  if (name.length > longest) return false;
  return name.split('.').every((part) => identifier.test(part) && !reserved.has(part));
}

/** The script that hands `json` to the page's function `callback`, a name that {@link isCallbackName} lets pass. */
export function callbackScript(callback: string, json: string): string {
  return `${callback}(${asScript(json)});`;
}

/** JSON that is also a JavaScript expression for engines before ES2019, which end lines at these two characters. */
function asScript(json: string): string {
  return json.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
