/** The part of jsdom that the tests use; its published types would give all of the repository the types of a browser. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(
      html: string,
      options: {
        readonly url: string;
        readonly runScripts: 'outside-only';
        readonly pretendToBeVisual: boolean;
      },
    );
    readonly window: { eval(script: string): unknown; close(): void };
  }
}
