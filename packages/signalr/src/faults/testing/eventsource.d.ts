/** The part of eventsource that the tests use. */
declare module 'eventsource' {
  export default class EventSource {
    constructor(url: string, options?: { readonly withCredentials?: boolean });
    addEventListener(type: string, listener: (this: EventSource, event: object) => void): void;
    close(): void;
  }
}
