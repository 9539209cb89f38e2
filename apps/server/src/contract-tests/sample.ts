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
