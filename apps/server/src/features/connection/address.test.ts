import { describe, expect, it } from 'vitest';
import { readConnectionUrl } from './address.ts';

describe('the address of Azure DevOps', () => {
  it.each([
    ['https://dev.azure.com/contoso/', 'https://dev.azure.com/contoso'],
    [
      ' https://tfs.contoso.com:8443/tfs/DefaultCollection ',
      'https://tfs.contoso.com:8443/tfs/DefaultCollection',
    ],
    ['https://10.1.2.3/tfs', 'https://10.1.2.3/tfs'],
    ['http://127.0.0.1:7071/demo', 'http://127.0.0.1:7071/demo'],
    ['http://localhost:7071/demo', 'http://localhost:7071/demo'],
    ['http://[::1]:7071/demo', 'http://[::1]:7071/demo'],
    ['http://192.168.1.9/tfs', 'http://192.168.1.9/tfs'],
    ['http://tfs:8080/tfs/Main', 'http://tfs:8080/tfs/Main'],
    ['http://tfs.contoso.local/tfs', 'http://tfs.contoso.local/tfs'],
  ])('takes %s', (given, expected) => {
    expect(readConnectionUrl(given)).toBe(expected);
  });

  it.each([
    'http://dev.azure.com/contoso',
    'http://8.8.8.8/tfs',
    'http://134744072/tfs',
    'https://169.254.169.254/latest',
    'http://169.254.169.254/latest',
    'https://[fe80::1]/x',
    'https://[::ffff:169.254.169.254]/x',
    'https://0.0.0.0/x',
    'https://user:secret@dev.azure.com/contoso',
    'https://dev.azure.com/contoso?x=1',
    'https://dev.azure.com/contoso#x',
    'ftp://dev.azure.com/contoso',
    'file:///etc/passwd',
    'https://',
    'nonsense',
  ])('refuses %s, naming the field', (given) => {
    expect(() => readConnectionUrl(given)).toThrow(
      expect.objectContaining({ code: 'DbValidationError', message: expect.stringMatching(/^url: /) }),
    );
  });
});
