import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grouped, itemOf, live, nameOf, seconds } from './raw.ts';
import { pageOf, useService } from './use-service.ts';

const service = useService();
const root = join(import.meta.dirname, '../../../../../..');
const page = readFileSync(join(root, 'docs/reporting.md'), 'utf8');

/** The blocks of a language on the page of recipes. */
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

const requests = blocks('http').flatMap((block) => block.trim().split('\n'));

let url = '';
let folder = '';
beforeAll(async () => {
  url = await service.server.app.listen({ port: 0, host: '127.0.0.1' });
  folder = mkdtempSync(join(tmpdir(), 'stint-recipes-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints; its error says what it printed to standard error. */
async function run(program: string, ...given: string[]): Promise<string> {
  const env = { ...process.env, STINT_URL: url, STINT_TOKEN: service.tokenOf('admin') };
  const { stdout } = await promisify(execFile)(program, given, { cwd: root, env });
  return stdout;
}

describe('the requests on the page of recipes', () => {
  test('are many', () => expect(requests.length).toBeGreaterThan(15));

  test.each(requests)('%s', async (request) => {
    const [method, address] = [request.slice(0, 3), request.slice(4)];
    expect(method).toBe('GET');
    const answer = await service.ask('admin', address.replaceAll(' ', '%20'));
    if (/format=(xlsx|csv)/.test(address)) {
      expect([answer.status, answer.bytes.length > 1000]).toEqual([200, true]);
    } else expect(pageOf(answer).value.length).toBeGreaterThan(0);
  });
});

describe('the scripts on the page of recipes', () => {
  test('in curl', async () => {
    const [script = ''] = blocks('sh');
    const cleo = live(service).filter((log) => log.person_id === service.idOf('cleo'));
    expect(JSON.parse(await run('bash', '-c', script))).toMatchObject({
      value: [{ Seconds: seconds(cleo) }],
    });
  });

  test('in Python', async () => {
    const [script = ''] = blocks('python');
    expect(Number(await run('python3', '-c', script))).toBe(seconds(live(service, '2026', '2027')));
  });
});

describe('the examples', () => {
  test('in curl write the hours by person and project', async () => {
    const csv = await run('bash', 'examples/curl/report.sh', '2026-10-01', '2026-11-01', '--url', url);
    const [header, ...lines] = csv.trim().split(/\r?\n/);
    expect(header).toBe('User/Name,WorkItem/System_TeamProject,Seconds,Hours');
    const logs = live(service, '2026-10-01', '2026-11-01');
    const groups = grouped(
      logs,
      (log) => `${nameOf(service, log.person_id)},${itemOf(service, log)?.project ?? ''},`,
    );
    expect(lines).toHaveLength(groups.size);
    for (const [key, each] of groups) {
      const line = lines.find((text) => text.startsWith(key));
      const [sum, hours] = (line?.slice(key.length) ?? '').split(',').map(Number);
      expect([key, sum]).toEqual([key, seconds(each)]);
      expect(hours).toBeCloseTo(seconds(each) / 3600, 6);
    }
  });

  test('in Python keep a copy, and follow what changes', async () => {
    const copy = () =>
      run('python3', 'examples/python/copy_worklogs.py', join(folder, 'worklogs.sqlite'), '--url', url);
    const all = live(service);
    expect(await copy()).toContain(`the copy has ${all.length} worklogs, ${seconds(all)} seconds`);
    const [gone, changed] = all;
    const rest = (method: 'DELETE' | 'PATCH', id: string | undefined, body?: string) =>
      service.ask('admin', `/api/rest/workLogs/${id}?api-version=3.2`, {
        method,
        ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
      });
    expect((await rest('DELETE', gone?.id)).status).toBe(200);
    expect((await rest('PATCH', changed?.id, '{"length": 1}')).status).toBe(200);
    const left = seconds(all) - (gone?.seconds ?? 0) - (changed?.seconds ?? 0) + 1;
    expect(await copy()).toContain(`1 deleted; the copy has ${all.length - 1} worklogs, ${left} seconds`);
  });
});
