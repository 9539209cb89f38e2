import { EventEmitter } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { giveToMac } from './mac.ts';

/** Stands for the updater of macOS: fetches the feed and the archive that it names, or fails. */
class FakeUpdater extends EventEmitter {
  feed = '';
  archive = '';
  isInstalled = false;
  private readonly fault: string | null;
  constructor(fault: string | null) {
    super();
    this.fault = fault;
  }
  setFeedURL({ url }: { url: string }): void {
    this.feed = url;
  }
  checkForUpdates(): void {
    void this.fetch();
  }
  quitAndInstall(): void {
    this.isInstalled = true;
  }
  private async fetch(): Promise<void> {
    if (this.fault !== null) return void this.emit('error', new Error(this.fault));
    const { url } = (await (await fetch(this.feed)).json()) as { url: string };
    this.archive = await (await fetch(url)).text();
    expect((await fetch(new URL('/', url))).status).toBe(404);
    this.emit('update-downloaded');
  }
}

test('the updater of macOS fetches the checked archive from this computer, and nothing is left open', async () => {
  const archive = join(await mkdtemp(join(tmpdir(), 'stint-mac-')), 'Stint.zip');
  await writeFile(archive, 'zip');
  const updater = new FakeUpdater(null);
  await giveToMac(archive, updater as never);
  expect([updater.archive, updater.isInstalled]).toEqual(['zip', true]);
  await expect(fetch(updater.feed)).rejects.toThrow();
});

test('what the updater says is passed on', async () => {
  const updater = new FakeUpdater('code signature');
  await expect(giveToMac('/nowhere', updater as never)).rejects.toThrow('code signature');
  expect(updater.isInstalled).toBe(false);
});
