/** A request as the load generator sends it. */
export interface LoadRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** What the load generator is asked to do. */
export type Order =
  | {
      kind: 'throughput';
      address: string;
      /** One list a connection; each connection sends its list again and again, one request after the other. */
      clients: LoadRequest[][];
      seconds: number;
    }
  | {
      kind: 'latency';
      address: string;
      /** Sent one after the other on one connection. */
      requests: LoadRequest[];
    };

/** What it has measured: answers per second, or the milliseconds of each answer; or what went wrong. */
export type Measured =
  | { kind: 'throughput'; perSecond: number }
  | { kind: 'latency'; milliseconds: number[] }
  | { kind: 'failed'; message: string };
