import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSimulator } from '@stint/azure-devops-simulator';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connect } from './connect.ts';
import { AzureDevOpsError } from './errors.ts';
import { collect, openBench } from './harness.ts';

const credential = { kind: 'pat', pat: 'simulator' } as const;

/** A server that answers everything the same way. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo`;
}

describe('trouble with Azure DevOps', () => {
  it('is unauthorized for a wrong PAT, in every call and without the PAT in the message', async () => {
    const { azureDevOps } = await openBench({ credential: { kind: 'pat', pat: 'wrong-secret' } });
    const calls = [
      azureDevOps.whoAmI(),
      azureDevOps.projects(),
      azureDevOps.readWorkItems([1001]),
      collect(azureDevOps.changes(null)),
    ];
    for (const call of calls) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(AzureDevOpsError);
      expect(error).toMatchObject({
        kind: 'unauthorized',
        message: expect.not.stringContaining('wrong-secret'),
      });
    }
  });

  it('waits as long as it is asked to when throttled, then goes on', async () => {
    const { azureDevOps, control, slept } = await openBench();
    await azureDevOps.projects();
    await control('POST', 'faults', { status: 429, retryAfter: 7, count: 2 });
    expect(await azureDevOps.projects()).toHaveLength(2);
    expect(slept).toEqual([7000, 7000]);
  });

  it('gives up with the seconds to wait when that is longer than allowed', async () => {
    const { azureDevOps, control, slept } = await openBench({ maxWaitSeconds: 10 });
    await control('POST', 'faults', { status: 429, retryAfter: 600 });
    await expect(azureDevOps.projects()).rejects.toMatchObject({ kind: 'throttled', retryAfterSeconds: 600 });
    expect(slept).toEqual([]);
  });

  it('pauses before the next call when a good answer asks for it', async () => {
    const { azureDevOps, control, slept } = await openBench();
    await azureDevOps.projects();
    await control('POST', 'faults', { retryAfter: 3 });
    await azureDevOps.projects();
    expect(slept).toEqual([]);
    await azureDevOps.projects();
    expect(slept).toEqual([3000]);
  });

  it('is unreachable while calls are cut off, and works again after that', async () => {
    const { azureDevOps, control } = await openBench();
    await control('POST', 'down', { down: true });
    await expect(azureDevOps.projects()).rejects.toMatchObject({ kind: 'unreachable' });
    await control('POST', 'down', { down: false });
    expect(await azureDevOps.projects()).toHaveLength(2);
  });

  it('is unreachable while nobody listens, and goes on from the token when the server is back', async () => {
    const { azureDevOps, simulator } = await openBench();
    const token = (await collect(azureDevOps.changes(null))).at(-1)?.token ?? '';
    await simulator.stop();
    await expect(collect(azureDevOps.changes(token))).rejects.toMatchObject({ kind: 'unreachable' });
    const back = await startSimulator({ port: Number(new URL(simulator.url).port) });
    onTestFinished(() => back.stop());
    expect(await collect(azureDevOps.changes(token))).toMatchObject([{ items: [], isLast: true }]);
  });

  it('is unreachable when no answer comes in time', async () => {
    const url = await serve(() => undefined);
    const azureDevOps = connect({ url, credential, timeoutMs: 50 });
    await expect(azureDevOps.whoAmI()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it('is unreachable when an answer breaks off', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"instanceId":', () => response.destroy());
    });
    await expect(connect({ url, credential }).whoAmI()).rejects.toMatchObject({ kind: 'unreachable' });
  });

  it.each([
    [203, 'unauthorized'],
    [302, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'conflict'],
    [412, 'conflict'],
    [500, 'unexpected'],
    [502, 'unreachable'],
  ])('reads the status %i as %s', async (status, kind) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { location: '/_signin' }).end('<html>secretly simulator</html>');
    });
    const message = expect.not.stringContaining('simulator');
    await expect(connect({ url, credential }).whoAmI()).rejects.toMatchObject({ kind, message });
  });

  it('takes the PAT out of what the server says', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(403).end(JSON.stringify({ message: 'no access for simulator' }));
    });
    await expect(connect({ url, credential }).whoAmI()).rejects.toMatchObject({
      message: 'The credential may not do this: no access for ***',
    });
  });

  it('says that a page is no Azure DevOps', async () => {
    const url = await serve((_request, response) => void response.end('<html>Welcome</html>'));
    await expect(connect({ url, credential }).whoAmI()).rejects.toMatchObject({
      kind: 'unexpected',
      message: expect.stringContaining('is this the address'),
    });
  });
});
