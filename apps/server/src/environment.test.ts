import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const outlook = { STINT_OUTLOOK_CLIENT_ID: 'id', STINT_OUTLOOK_CLIENT_SECRET: 'secret' };
const google = { STINT_GOOGLE_CLIENT_ID: 'id', STINT_GOOGLE_CLIENT_SECRET: 'secret' };

describe('services with calendars', () => {
  test('are none without a registration', () => {
    expect(readEnvironment({}).calendarServices).toEqual({ outlook: null, google: null });
  });

  test('are those of Microsoft and Google', () => {
    expect(readEnvironment({ ...outlook, ...google }).calendarServices).toMatchObject({
      outlook: {
        clientId: 'id',
        clientSecret: 'secret',
        authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
        tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
        revocationUrl: null,
        apiUrl: 'https://graph.microsoft.com/v1.0',
      },
      google: {
        authorizationUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        revocationUrl: 'https://oauth2.googleapis.com/revoke',
        apiUrl: 'https://www.googleapis.com/calendar/v3',
      },
    });
  });

  test('may be of one tenant, or of another cloud', () => {
    const { outlook: service } = readEnvironment({
      ...outlook,
      STINT_OUTLOOK_TENANT: 'contoso.example',
      STINT_OUTLOOK_AUTHORITY: 'https://login.microsoftonline.us/',
      STINT_OUTLOOK_API: 'https://graph.microsoft.us/v1.0/',
    }).calendarServices;
    expect(service).toMatchObject({
      tokenUrl: 'https://login.microsoftonline.us/contoso.example/oauth2/v2.0/token',
      apiUrl: 'https://graph.microsoft.us/v1.0',
    });
  });

  test.each([
    [{ STINT_OUTLOOK_CLIENT_ID: 'id' }, /^STINT_OUTLOOK_CLIENT_SECRET is missing/],
    [{ STINT_GOOGLE_CLIENT_ID: 'id' }, /^STINT_GOOGLE_CLIENT_SECRET is missing/],
    [{ ...outlook, STINT_OUTLOOK_TENANT: 'a/b' }, /^STINT_OUTLOOK_TENANT must be/],
    [{ ...google, STINT_GOOGLE_API: 'ftp://x' }, /^STINT_GOOGLE_API is not an address/],
  ])('that are named wrongly are refused by the name of the variable', (variables, message) => {
    expect(() => readEnvironment(variables)).toThrow(message);
  });
});
