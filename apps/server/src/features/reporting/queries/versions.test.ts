import { describe, expect, test } from 'vitest';
import { pageOf, useService } from './use-service.ts';

const service = useService();

const withDeleted = ['workLogsOnlyWithDeleted', 'workLogsWorkItemsWithDeleted'];

describe('the version in the path', () => {
  test.each(['v3.0', 'v3.1', 'v3.2', 'v3.3-beta', 'V3.2', 'v3.0-preview', 'v3.1-beta', 'v3.2-beta'])(
    '%s is served',
    async (version) => {
      const { status, headers, text } = await service.ask('admin', 'workItems?$top=1', { version });
      expect([status, headers['odata-version']]).toEqual([200, '4.01']);
      expect(headers['api-supported-versions']).toBe('3.0, 3.1, 3.2, 3.3-beta');
      expect(headers['deprecation'] !== undefined).toBe(/-preview|3\.[12]-beta/.test(version));
      expect(text).toContain(`/api/odata/${version}/$metadata#workItems`);
    },
  );

  test.each(['/api/odata', '/api/odata/', '/api/odata/workItems', '/api/odata/v2.1/', '/api/odata/v9/x'])(
    'is asked for in the form of OData: %s',
    async (url) => {
      const { status, text } = await service.ask('admin', url);
      expect([status, JSON.parse(text)]).toEqual([
        400,
        { error: { code: 'ApiVersionError', message: expect.stringMatching(/version/) as string } },
      ]);
    },
  );

  test.each(withDeleted)('3.3-beta alone has %s', async (set) => {
    expect((await service.ask('admin', `${set}?$top=1`, { version: 'v3.3-beta' })).status).toBe(200);
    expect((await service.ask('admin', set)).status).toBe(404);
    expect((await service.ask('admin', '$metadata')).text).not.toContain('WithDeleted');
    expect((await service.ask('admin', '$metadata', { version: 'v3.3-beta' })).text).toContain(set);
  });
});

describe('addresses', () => {
  test.each([
    'workLogsOnly',
    'worklogsonly/',
    'WORKLOGSONLY',
    'workLogsOnly/?api-version=3.2',
    'work%4Cogs%4Fnly?%24top=3',
  ])('match in any spelling: %s', async (url) => {
    expect(pageOf(await service.ask('admin', url)).value.length).toBeGreaterThan(2);
  });

  test('of the on-premises form stay so in links', async () => {
    const url = '/api/demo/odata/v3.2/workLogsOnly?$select=Id';
    const page = pageOf(await service.ask('admin', url));
    expect(page['@odata.nextLink']).toContain('/api/demo/odata/v3.2/workLogsOnly?$select=Id&$skiptoken=');
    expect((await service.rows(url)).length).toBeGreaterThan(9000);
  });

  test('that lead nowhere are 404 in the form of OData', async () => {
    const { status, text } = await service.ask('admin', 'workLogs');
    expect([status, JSON.parse(text)]).toMatchObject([404, { error: { target: 'workLogs' } }]);
    expect(text).toContain('workLogsOnly');
  });

  test('are read only', async () => {
    const { status, headers } = await service.ask('admin', 'workItems(1001)', { method: 'DELETE' });
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD']);
    const head = await service.ask('admin', 'workItems(1001)', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
  });

  test('with malformed encoding are refused, not dropped', async () => {
    for (const url of ['workItems?$filter=%zz', 'workItems%zz']) {
      const { status, text } = await service.ask('admin', url);
      expect([status, Object.keys(JSON.parse(text) as object)]).toEqual([400, ['error']]);
    }
  });
});
