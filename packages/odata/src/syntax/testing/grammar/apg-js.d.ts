declare module 'apg-js' {
  interface Grammar {
    readonly rules: readonly { readonly name: string; readonly lower: string }[];
  }
  interface RuleResult {
    state: number;
    phraseLength: number;
    readonly ruleIndex: number;
  }
  interface Parser {
    readonly callbacks: Record<string, (result: RuleResult, characters: number[], index: number) => void>;
    parse(grammar: Grammar, startRule: string, characters: number[]): { readonly success: boolean };
  }
  const apg: {
    readonly apgApi: new (
      source: string,
    ) => {
      readonly errors: readonly unknown[];
      generate(): void;
      toObject(): Grammar;
    };
    readonly apgLib: {
      readonly parser: new () => Parser;
      readonly ids: { readonly MATCH: number; readonly NOMATCH: number };
    };
  };
  export default apg;
}
