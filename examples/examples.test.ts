import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer } from '@stint/server/testing';

let at: TestServer;
let url: string;

beforeAll(async () => {
  at = await testServer();
  url = await at.server.app.listen({ port: 0, host: '127.0.0.1' });
  const now = new Date().toISOString();
  await at.server.dependencies.database.system
    .insertInto('work_item')
    .values({
      organization_id: at.organizationId,
      id: 1001,
      revision: 1,
      type: 'Task',
      title: 'Retry failed uploads',
      state: 'In Progress',
      state_category: 'InProgress',
      project: 'Atlas',
      created_at: now,
      changed_at: now,
      fields: '{}',
    })
    .execute();
});
afterAll(() => at.close());

/** What a program has printed so far, and waiting for more of it. */
function watch(child: ChildProcessWithoutNullStreams) {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      child.emit('printed');
    });
  }
  return {
    printed: () => printed,
    /** The first part of the output that fits; an error with the output when the program ends before. */
    async until(pattern: RegExp): Promise<string> {
      for (;;) {
        const found = pattern.exec(printed)?.[0];
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode} after: ${printed}`);
        await Promise.race([once(child, 'printed'), once(child, 'close')]);
      }
    },
  };
}

describe('the examples pair, start, show the state, stop and list', () => {
  test.each([
    ['typescript/track.ts', process.execPath],
    ['python/track.py', 'python3'],
    ['curl/track.sh', 'bash'],
  ])('%s', async (file, program) => {
    const comment = `Said "hello" from ${file}`;
    const path = fileURLToPath(new URL(file, import.meta.url));
    const child = spawn(program, [path, '1001', comment, '--url', url]);
    const closed = once(child, 'close');
    const output = watch(child);

    const pin = await output.until(/\b\d{6}\b/);
    const paired = await at.ask(at.people.team, 'POST', '/api/rest/apps', { pin, name: file });
    expect(paired.status).toBe(200);

    await output.until(/Press Enter to stop\./);
    expect(output.printed()).toContain('tracking: 1001 Retry failed uploads');
    child.stdin.end('\n');
    await closed;
    expect([child.exitCode, output.printed().includes('hello')]).toEqual([0, true]);

    const listed = await at.ask(at.people.team, 'GET', '/api/rest/workLogs?$count=1');
    expect(listed.body['data']).toEqual([
      expect.objectContaining({
        workItemId: 1001,
        comment,
        flags: expect.objectContaining({ isTracked: true }),
      }),
    ]);
    expect(output.printed()).toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
  });
});

test('live/watch.mjs shows the clock as it changes', async () => {
  const { product } = at.people;
  const path = fileURLToPath(new URL('live/watch.mjs', import.meta.url));
  const child = spawn(process.execPath, [path, '--url', url], {
    env: { ...process.env, STINT_TOKEN: product.token },
  });
  const output = watch(child);
  await output.until(/Watching/);
  await at.ask(product, 'POST', '/api/tracking/client/startTracking', { tfsId: 1001, remark: 'live' });
  await output.until(/tracking: 1001 Retry failed uploads live/);
  await at.ask(product, 'POST', '/api/tracking/client/stopTracking');
  await output.until(/idle: 1001/);
  await output.until(/worklog created: [\da-f-]{36}/);
  child.kill();
  await once(child, 'close');
});
