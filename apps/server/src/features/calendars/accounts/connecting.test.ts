import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { accountsTest } from './testing/accounts-test.ts';
import { json } from './testing/fake-service.ts';

const world = await accountsTest();
const { at, fakes, somebody, start, comeBack, sources } = world;
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('connecting ends with a word', () => {
  test('when somebody says no', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'), 'no');
    expect(await comeBack(browser, back)).toBe('/settings?tab=me&calendar=denied');
  });

  test('when nobody is signed in', async () => {
    const { headers } = await at.server.app.inject({
      url: '/auth/calendar/outlook/start?returnTo=//evil.example',
    });
    expect(headers['location']).toBe('/?calendar=signed_out');
  });

  test('when the way began in the session of somebody else, with their cookie or without', async () => {
    const [attacker, victim] = [await somebody(), await somebody()];
    const back = fakes.google.consent(await start(attacker, 'google'));
    expect(await comeBack(victim, back)).toBe('/?calendar=state_mismatch');
    const cookie = String(attacker.cookies.get('stint_calendar'));
    victim.cookies.set('stint_calendar', cookie);
    expect(await comeBack(victim, back)).toBe('/settings?tab=me&calendar=state_mismatch');
    expect(await sources(victim)).toEqual([]);
  });

  test('when the answer of one service is brought to the other', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'));
    back.pathname = '/auth/calendar/outlook/callback';
    expect(await comeBack(browser, back)).toMatch(/calendar=state_mismatch$/);
  });

  test('when an answer comes twice', async () => {
    const browser = await somebody();
    const asked = await start(browser, 'google');
    const cookie = String(browser.cookies.get('stint_calendar'));
    const back = fakes.google.consent(asked);
    expect(await comeBack(browser, back)).toMatch(/calendar=connected$/);
    expect(browser.cookies.has('stint_calendar')).toBe(false);
    browser.cookies.set('stint_calendar', cookie);
    expect(await comeBack(browser, back)).toMatch(/calendar=failed$/);
  });

  test('when the answer is of another issuer', async () => {
    const browser = await somebody();
    const back = fakes.google.consent(await start(browser, 'google'));
    back.searchParams.set('iss', 'https://evil.example');
    expect(await comeBack(browser, back)).toMatch(/calendar=failed$/);
    expect(fakes.google.asked).toEqual([]);
  });

  test('when the service gives nothing to renew with, or cannot be read', async () => {
    const browser = await somebody();
    fakes.google.instead.token = (_request, response) =>
      json(response, 200, { access_token: 'x', token_type: 'Bearer' });
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(/=failed$/);
    fakes.google.instead = { token: null, api: (_request, response) => json(response, 403, {}) };
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(/=failed$/);
    expect(await sources(browser)).toEqual([]);
  });

  test('when a person has twenty calendars already', async () => {
    const browser = await somebody();
    for (let index = 0; index < 20; index += 1) {
      const body = { name: `${index}`, url: `https://93.184.215.14/${index}.ics` };
      const answer = await browser.ask('POST', '/api/rest/calendar/sources?api-version=3.2', body);
      expect(answer.status).toBe(200);
    }
    expect(await comeBack(browser, fakes.google.consent(await start(browser, 'google')))).toMatch(
      /=refused$/,
    );
  });
});
