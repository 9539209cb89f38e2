import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostLabel, option, readAddress, readQuery } from './addresses.ts';

describe('the collection of an address', () => {
  test.each([
    ['/api/contoso/rest/me?api-version=3.2', 'contoso', '/api/rest/me?api-version=3.2'],
    ['/API/Contoso/REST', 'Contoso', '/api/REST'],
    [
      '/api/Default%20Collection/tracking/client/current',
      'Default Collection',
      '/api/tracking/client/current',
    ],
    ['/api/contoso/odata/v3.2/workLogs', 'contoso', '/api/odata/v3.2/workLogs'],
    ['/api/contoso/pin/create', 'contoso', '/api/pin/create'],
    ['/api/%zz/rest/me', '%zz', '/api/rest/me'],
    ['/api/rest/me', null, '/api/rest/me'],
    ['/api/rest/rest/me', null, '/api/rest/rest/me'],
    ['/api/contoso/other/me', null, '/api/contoso/other/me'],
    ['/api/contoso/restful', null, '/api/contoso/restful'],
    ['/auth/session', null, '/auth/session'],
    ['/contoso/signalr/trackingHub?id=1', 'contoso', '/signalr/trackingHub?id=1'],
    ['/Contoso/SignalR', 'Contoso', '/SignalR'],
    ['/signalr/trackingHub/v3.2', null, '/signalr/trackingHub/v3.2'],
    ['/signalr/signalr/x', null, '/signalr/signalr/x'],
    ['/api/signalr/x', null, '/api/signalr/x'],
    ['/contoso/signalrs', null, '/contoso/signalrs'],
    ['*', null, '*'],
  ])('of %s is %s', (url, collection, rest) => {
    expect(readAddress(url)).toEqual({ collection, url: rest });
  });
});

describe('the label of a host', () => {
  test.each([
    ['contoso.time.example.com', 'contoso'],
    ['Contoso.Time.Example.com:8443', 'contoso'],
    ['other.localhost:7070', 'other'],
    ['example.com', null],
    ['localhost:7070', null],
    ['127.0.0.1:7070', null],
    ['[::1]:7070', null],
    ['', null],
    [undefined, null],
  ])('%s is %s', (host, label) => {
    expect(hostLabel(host)).toBe(label);
  });
});

describe('query options', () => {
  test.each([
    ['a=1+2', { a: '1 2' }],
    ['a=1%2B2', { a: '1+2' }],
    ['%24count=5', { $count: '5' }],
    ['$count=5&$count=6', { $count: '5' }],
    ['a', { a: '' }],
    ['', {}],
    ['a=%zz', { a: '%zz' }],
  ])('%s', (text, expected) => {
    expect(readQuery(text)).toEqual(expected);
  });

  test('are found in any letter case', () => {
    expect(option({ 'API-Version': '3.2' }, 'api-version')).toBe('3.2');
    expect(option({ other: '3.2' }, 'api-version')).toBeUndefined();
  });

  test('never fail to be read, and change no prototype', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const names = Object.keys(readQuery(`${text}&__proto__=x`));
        expect(names.every((name) => typeof name === 'string')).toBe(true);
      }),
    );
    expect(Object.prototype).not.toBe('x');
  });
});
