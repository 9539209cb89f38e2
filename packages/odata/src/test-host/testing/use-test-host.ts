import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@stint/postgres/testing';
import { afterAll, beforeAll, expect } from 'vitest';
import { startTestHost, type TestHost } from '../start.ts';

export interface HostUnderTest {
  /** Of the database behind it. */
  readonly connectionString: () => string;
  /** Of the service, with a slash at the end. */
  readonly address: () => string;
  /** Asks for what is at a URL within the service, exactly as it is written. */
  ask(url: string, init?: RequestInit): Promise<Response>;
  /** The JSON at a URL within the service. */
  json(url: string): Promise<unknown>;
}

/** The test host on a database of its own; whatever fails for another reason than the request fails the tests. */
export function useTestHost(): HostUnderTest {
  const faults: unknown[] = [];
  let running: { database: TestDatabase; host: TestHost } | undefined;
  beforeAll(async () => {
    const database = await testDatabase(join(import.meta.dirname, '../../testing/shop'));
    const onFault = (fault: unknown) => faults.push(fault);
    const host = await startTestHost({ port: 0, databaseUrl: database.connectionString, onFault });
    running = { database, host };
  });
  afterAll(async () => {
    await running?.host.stop();
    await running?.database.drop();
    expect(faults).toEqual([]);
  });
  const opened = () => {
    if (!running) throw new Error('the test host does not run');
    return running;
  };
  const ask: HostUnderTest['ask'] = (url, init) => fetch(opened().host.address + url, init);
  return {
    connectionString: () => opened().database.connectionString,
    address: () => opened().host.address,
    ask,
    json: async (url) => (await ask(url)).json(),
  };
}
