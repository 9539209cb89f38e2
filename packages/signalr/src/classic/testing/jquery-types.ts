/** The part of jquery.signalR that the tests use. */
export interface JQuery {
  hubConnection(url: string, options: object): JQueryConnection;
  connection(url: string, query?: string): JQueryConnection;
  signalR: { transports: { longPolling: { reconnectDelay: number } } };
}

export interface JQueryConnection {
  id: string;
  qs: object | string;
  reconnectDelay: number;
  /** Its own affairs, such as how long a poll may take. */
  readonly _: object;
  start(options: { transport: string }): PromiseLike<unknown>;
  stop(async: boolean): void;
  send(data: string): void;
  received(handler: (data: unknown) => void): void;
  reconnected(handler: () => void): void;
  disconnected(handler: () => void): void;
  createHubProxy(name: string): JQueryProxy;
  createHubProxies(): Record<string, JQueryProxy>;
}

export interface JQueryProxy {
  state: Record<string, unknown>;
  client: Record<string, (...args: unknown[]) => void>;
  server: Record<string, (...args: unknown[]) => JQueryPromise>;
  on(event: string, handler: (...args: unknown[]) => void): void;
  invoke(method: string, ...args: unknown[]): JQueryPromise;
}

export interface JQueryPromise extends PromiseLike<unknown> {
  progress(handler: (value: unknown) => void): JQueryPromise;
}

/** What a window of the tests offers: jQuery with SignalR, and ways to the test around it. */
export interface ClassicWindow {
  readonly $: JQuery;
  /** Cuts the line and pushes these meanwhile, then mends it. */
  readonly cutAndPush: (values: readonly unknown[]) => Promise<void>;
}
