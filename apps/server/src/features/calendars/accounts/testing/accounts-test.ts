import { expect } from 'vitest';
import type { CalendarServiceKind } from '../../../../environment.ts';
import { type Browser } from '../../../../testing/browser.ts';
import { type Json, type TestServer, testServer } from '../../../../testing/test-server.ts';
import { personWithPassword, signedIn } from '../../../sessions/testing.ts';
import { type FakeService, startFakeService } from './fake-service.ts';

export const KINDS = ['outlook', 'google'] as const;

const RANGE = '$from=2026-03-23&$to=2026-03-29';

/** A server that is registered at both services, and what people do with it. */
export interface AccountsTest {
  at: TestServer;
  fakes: Record<CalendarServiceKind, FakeService>;
  /** Lets time pass, in milliseconds. */
  pass: (milliseconds: number) => void;
  somebody: () => Promise<Browser>;
  /** Goes to the service; answers where it asks for consent. */
  start: (browser: Browser, kind: CalendarServiceKind) => Promise<URL>;
  /** Comes back from there; answers the page that is shown then. */
  comeBack: (browser: Browser, back: URL) => Promise<string>;
  connect: (browser: Browser, kind: CalendarServiceKind) => Promise<void>;
  /** Somebody with a connected account. */
  connected: (kind: CalendarServiceKind) => Promise<Browser>;
  sources: (browser: Browser) => Promise<Json[]>;
  events: (browser: Browser) => Promise<{ events: Record<string, unknown>[]; messages: string[] }>;
  reset: () => void;
  close: () => Promise<void>;
}

export async function accountsTest(): Promise<AccountsTest> {
  let now = Date.parse('2026-03-25T09:00:00Z');
  const fakes = { outlook: await startFakeService('outlook'), google: await startFakeService('google') };
  const at = await testServer({
    clock: () => now,
    environment: {
      secretKey: 'ab'.repeat(32),
      calendarServices: { outlook: fakes.outlook.settings, google: fakes.google.settings },
    },
  });
  const test: AccountsTest = {
    at,
    fakes,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    somebody: async () => signedIn(at, await personWithPassword(at)),
    async start(browser, kind) {
      const path = `/auth/calendar/${kind}/start?returnTo=/settings%3Ftab=me`;
      const { headers } = await browser.ask('GET', path);
      return new URL(String(headers['location']), 'http://localhost');
    },
    async comeBack(browser, back) {
      const { status, headers } = await browser.ask('GET', back.pathname + back.search);
      expect(status).toBe(302);
      return String(headers['location']);
    },
    async connect(browser, kind) {
      const page = await test.comeBack(browser, fakes[kind].consent(await test.start(browser, kind)));
      expect(page).toBe('/settings?tab=me&calendar=connected');
    },
    async connected(kind) {
      const browser = await test.somebody();
      await test.connect(browser, kind);
      fakes[kind].asked.length = 0;
      return browser;
    },
    async sources(browser) {
      const { body } = await browser.ask('GET', '/api/rest/calendar/sources?api-version=3.2');
      return body['data'] as unknown as Json[];
    },
    async events(browser) {
      const path = `/api/rest/calendar/events?${RANGE}&api-version=3.2`;
      const { status, body } = await browser.ask('GET', path);
      expect(status).toBe(200);
      const { faults, ...data } = body['data'] as unknown as {
        events: Record<string, unknown>[];
        faults: { message: string }[];
      };
      return { ...data, messages: faults.map(({ message }) => message) };
    },
    reset: () => KINDS.forEach((kind) => fakes[kind].reset()),
    async close() {
      await at.close();
      for (const kind of KINDS) await fakes[kind].close();
    },
  };
  return test;
}
