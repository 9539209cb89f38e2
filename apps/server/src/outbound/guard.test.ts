import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPublicAddress } from './public-addresses.ts';
import { addressesOf, hostOf, InsideAddressError } from './guard.ts';
import { readUrl } from './url.ts';

const bytes = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 255 }), { minLength: count, maxLength: count });

/** Networks that must never be reached, as the bytes that they begin with. */
const inside = fc.oneof(
  ...[
    [0],
    [10],
    [127],
    [169, 254],
    [172, 16],
    [172, 31],
    [192, 168],
    [100, 64],
    [100, 127],
    [198, 18],
    [224],
    [239],
    [240],
    [255],
  ].map((start) => bytes(4 - start.length).map((rest) => [...start, ...rest])),
);

const dotted = (address: readonly number[]) => address.join('.');
const numberOf = (address: readonly number[]) => address.reduce((sum, byte) => sum * 256 + byte, 0);

/** How the same IPv4 address may be written in a URL. */
const spellings: ((address: readonly number[]) => string)[] = [
  dotted,
  (address) => `${dotted(address)}.`,
  (address) => String(numberOf(address)),
  (address) => `0x${numberOf(address).toString(16)}`,
  (address) => `0${numberOf(address).toString(8)}`,
  (address) => address.map((byte) => `0x${byte.toString(16)}`).join('.'),
  ([first = 0, ...rest]) => `${first}.${numberOf(rest)}`,
  (address) => `[::ffff:${dotted(address)}]`,
  (address) => `[::${dotted(address)}]`,
  (address) => `[64:ff9b::${dotted(address)}]`,
  (address) => `[64:ff9b:1::${dotted(address)}]`,
  ([a = 0, b = 0, c = 0, d = 0]) => `[2002:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}::]`,
];

const nobody = { resolve: () => Promise.reject(new Error('no name is looked up')), allowInside: false };

describe('addresses of the inside of a network', () => {
  test('are known in every spelling that a URL allows', async () => {
    await fc.assert(
      fc.asyncProperty(inside, fc.constantFrom(...spellings), async (address, spell) => {
        const url = readUrl(`http://${spell(address)}:8080/hook`);
        await expect(addressesOf(url, nobody)).rejects.toThrow(InsideAddressError);
      }),
    );
  });

  test.each([
    'http://0x7f.1/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://127.0.0.1./',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[0:0:0:0:0:ffff:7f00:1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[64:ff9b::]/',
    'http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/',
    'http://[2001:db8::1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://168.63.129.16/',
    'http://100.100.100.200/',
    'http://①②⑦.⓪.⓪.①/',
  ])('%s is one', async (text) => {
    await expect(addressesOf(readUrl(text), nobody)).rejects.toThrow(InsideAddressError);
  });

  test('are found when any of a name’s addresses is one', async () => {
    const resolve = async () => [
      { address: '93.184.215.14', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ];
    const url = readUrl('https://hooks.example.com./');
    await expect(addressesOf(url, { resolve, allowInside: false })).rejects.toThrow('10.0.0.1');
    expect(await addressesOf(url, { resolve, allowInside: true })).toHaveLength(2);
  });
});

describe('addresses of the public internet', () => {
  test.each([
    '8.8.8.8',
    '93.184.215.14',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '64:ff9b::808:808',
  ])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test('text that is no address is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\da-f.:]+$/i.test(text));
        expect(isPublicAddress(text)).toBe(false);
      }),
    );
    expect(isPublicAddress('fe80::1%eth0')).toBe(false);
  });
});

describe('an address that a person gives', () => {
  test.each([
    ['ftp://example.com/', /https:\/\//],
    ['javascript:alert(1)', /https:\/\//],
    ['http://user:secret@example.com/', /no user and password/],
    ['https://exa mple.com', /https:\/\//],
  ])('%s is refused', (text, message) => {
    expect(() => readUrl(text)).toThrow(message);
  });

  test('keeps its query and loses its fragment', () => {
    const url = readUrl(' HTTPS://Hooks.Example.com/a?key=1#b ');
    expect([url.href, hostOf(url)]).toEqual(['https://hooks.example.com/a?key=1', 'hooks.example.com']);
  });
});
