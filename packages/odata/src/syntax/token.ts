/** What the lexer tells apart; the text of a token is kept as it stands in the query. */
export type TokenKind =
  /** An identifier, qualified names with their dots: `Name`, `Edm.String`. */
  | 'name'
  /** `'text'`, with doubled quotes inside. */
  | 'string'
  /** A name with a quoted text: `duration'PT1H'`, `Shop.Colour'Red'`. */
  | 'quoted'
  | 'integer'
  | 'decimal'
  | 'guid'
  | 'date'
  | 'dateTime'
  | 'timeOfDay'
  /** `"text"`, in JSON arrays and objects. */
  | 'jsonString'
  /** One character: `( ) [ ] { } , ; : / = * - + $ @ # .` */
  | 'sign'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Characters before it. */
  readonly position: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}
