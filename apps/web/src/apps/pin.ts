const LENGTH = 6;

/** The digits of what was typed or pasted, at most six: `123 456` is `123456`. */
export function pinDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, LENGTH);
}

/** Whether all digits are there. */
export function isWholePin(pin: string): boolean {
  return pin.length === LENGTH;
}
