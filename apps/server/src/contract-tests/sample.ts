import type { calls } from '@stint/contract';
import type { TestPerson, TestServer } from '../testing/test-server.ts';

/** What a call is asked with; the values stand as texts in the address. */
export interface Sample {
  person?: TestPerson | null;
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What samples are made on. */
export interface Ground {
  stint: TestServer;
  /** A small Azure DevOps, reached with the token `simulator`. */
  simulatorUrl: string;
}

/** Makes what a call needs, and answers what it is then asked with; made anew for every request. */
export type MakeSample = (ground: Ground) => Sample | Promise<Sample>;

/** The samples of one feature, spread into `samples.ts`. */
export type Samples = Partial<Record<keyof typeof calls, MakeSample>>;
