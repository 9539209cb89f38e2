/** What a character can begin. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
const SIGN = 3;
export const QUOTE = 4;
export const DOUBLE_QUOTE = 5;

const classes = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_')
  classes[letter.charCodeAt(0)] = LETTER;
for (const digit of '0123456789') classes[digit.charCodeAt(0)] = DIGIT;
for (const sign of '()[]{},;:/=*+-$@#.') classes[sign.charCodeAt(0)] = SIGN;
classes["'".charCodeAt(0)] = QUOTE;
classes['"'.charCodeAt(0)] = DOUBLE_QUOTE;

/** The class of a character of ASCII; OTHER beyond it, and behind the end of a text. */
export function classOf(code: number): number {
  return classes[code] ?? OTHER;
}

/** Whether a blank stands there: a space or a tab. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
