import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AutoUpdater } from 'electron';

type Updater = Pick<
  AutoUpdater,
  'setFeedURL' | 'checkForUpdates' | 'quitAndInstall' | 'once' | 'removeAllListeners'
>;

/**
 * Gives a checked archive to the updater of macOS, which takes only what it can fetch: from a server of this computer under an
 * address that nobody guesses. The updater checks Apple's signature as well. Rejects with what the updater says.
 */
export async function giveToMac(archive: string, updater: Updater): Promise<void> {
  const secret = randomUUID();
  const server = createServer((request, response) => {
    if (request.url === `/${secret}/feed`)
      response.end(JSON.stringify({ url: `${origin(server)}/${secret}/zip` }));
    else if (request.url === `/${secret}/zip`) createReadStream(archive).pipe(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    await new Promise<void>((resolve, reject) => {
      updater.once('update-downloaded', () => resolve());
      updater.once('update-not-available', () => reject(new Error('the updater took nothing')));
      updater.once('error', reject);
      updater.setFeedURL({ url: `${origin(server)}/${secret}/feed` });
      updater.checkForUpdates();
    });
  } finally {
    updater.removeAllListeners();
    server.close();
    server.closeAllConnections();
  }
  updater.quitAndInstall();
}

function origin(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
