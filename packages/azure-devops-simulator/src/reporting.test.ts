import { ReportingRevisionsExpand } from 'azure-devops-node-api/interfaces/WorkItemTrackingInterfaces.js';
import { describe, expect, it } from 'vitest';
import { openSimulator, request } from './harness.ts';

describe('reporting through azure-devops-node-api', () => {
  it('gives all revisions in order, or only the newest ones', async () => {
    const { tracking, simulator } = await openSimulator(60);
    const all = await tracking.readReportingRevisionsPost({});
    expect(all.values?.map(({ id, rev }) => [id, rev])).toEqual(
      simulator.world.revisions.map(({ id, rev }) => [id, rev]),
    );
    expect(all).toMatchObject({
      isLastBatch: true,
      continuationToken: String(simulator.world.revisions.length),
    });
    const newest = await tracking.readReportingRevisionsPost({ includeLatestOnly: true });
    expect(newest.values).toHaveLength(60);
  });

  it('gives pages of the asked size by GET', async () => {
    const { tracking } = await openSimulator(60);
    const ids: (number | undefined)[] = [];
    let token: string | undefined;
    for (let last = false; !last; ) {
      const page = await tracking.readReportingRevisionsGet(
        undefined,
        undefined,
        undefined,
        token,
        undefined,
        undefined,
        undefined,
        undefined,
        true,
        undefined,
        undefined,
        7,
      );
      expect(page.values?.length).toBeLessThanOrEqual(7);
      ids.push(...(page.values ?? []).map(({ id }) => id));
      token = page.continuationToken;
      last = page.isLastBatch === true;
    }
    expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => 1001 + index));
  });

  it('shows deleted items only on demand, persons as text or reference, long texts only with all fields', async () => {
    const { tracking } = await openSimulator();
    await tracking.deleteWorkItem(1005);
    const plain = (await tracking.readReportingRevisionsPost({ includeLatestOnly: true })).values ?? [];
    expect(plain.map(({ id }) => id)).not.toContain(1005);
    expect(plain[0]?.fields?.['System.AssignedTo']).toBe('Cleo Winter <cleo@demo.local>');
    expect(plain[0]?.fields).not.toHaveProperty(['System.Description']);
    const filter = { includeLatestOnly: true, includeDeleted: true, includeIdentityRef: true };
    const full =
      (
        await tracking.readReportingRevisionsPost(
          filter,
          undefined,
          undefined,
          undefined,
          ReportingRevisionsExpand.Fields,
        )
      ).values ?? [];
    expect(full.find(({ id }) => id === 1005)?.fields?.['System.IsDeleted']).toBe(true);
    expect(full[0]?.fields).toMatchObject({ 'System.AssignedTo': { uniqueName: 'cleo@demo.local' } });
    expect(full[0]?.fields?.['System.Description']).toContain('<div>');
  });

  it('starts at a date, which excludes a token', async () => {
    const { tracking } = await openSimulator();
    const start = new Date(Math.floor(Date.now() / 1000) * 1000);
    await tracking.updateWorkItem(
      null,
      [{ op: 'add', path: '/fields/System.Title', value: 'New title' }],
      1010,
    );
    const since = await tracking.readReportingRevisionsPost({}, undefined, undefined, start);
    expect(since.values?.map(({ id }) => id)).toEqual([1010]);
    await expect(tracking.readReportingRevisionsPost({}, undefined, '5', start)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('ends links of a deleted parent', async () => {
    const { tracking, simulator } = await openSimulator();
    const token = String(simulator.world.links.length);
    await tracking.deleteWorkItem(1004);
    const links =
      (await tracking.getReportingLinksByLinkType(undefined, undefined, undefined, token)).values ?? [];
    expect(links.every(({ attributes }) => attributes?.['isActive'] === false)).toBe(true);
    expect(links.map(({ attributes }) => attributes?.['targetId'])).toEqual(
      expect.arrayContaining([1001, 1004]),
    );
  });
});

describe('access', () => {
  it('takes the version from the Accept header or the query, and demands one for changes', async () => {
    const { simulator } = await openSimulator();
    const body = JSON.stringify({ ids: [1001] });
    const batch = (query: string, accept: string): Promise<Response> =>
      request(simulator, `wit/workItemsBatch${query}`, {
        method: 'POST',
        body,
        headers: { accept, 'content-type': 'application/json' },
      });
    expect((await batch('?api-version=7.1', '*/*')).status).toBe(200);
    expect((await batch('', 'application/json;api-version=7.1-preview.1')).status).toBe(200);
    expect((await batch('', 'application/json')).status).toBe(400);
    expect((await batch('?api-version=9.0', '*/*')).status).toBe(400);
  });

  it('is refused without the PAT, as JSON or as a page, with the ways to sign in', async () => {
    const { simulator } = await openSimulator();
    for (const [accept, type] of [
      ['application/json', 'application/json'],
      ['text/html', 'text/html'],
    ] as const) {
      const response = await fetch(`${simulator.url}/_apis/projects`, { headers: { accept } });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toContain('Basic realm=');
      expect(response.headers.get('content-type')).toContain(type);
      expect(await response.text()).toContain('TF400813');
    }
  });

  it('names the unknown work item in the 404', async () => {
    const { simulator } = await openSimulator();
    const response = await request(simulator, 'wit/workitems/77');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      typeKey: 'WorkItemUnauthorizedAccessException',
      message: 'TF401232: Work item 77 does not exist, or you do not have permissions to read it.',
    });
  });
});
