import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeCommand } from '../../core/tracking/commands.ts';
import { createComputer, until as shows } from '../../core/testing/computer.ts';
import { about } from '../../core/testing/world.ts';
import { testServer } from '@stint/server/testing';
import { openStage } from './stage.ts';
import { until } from './until.ts';

/** Milliseconds in which the real server takes so many bookings that were made without a connection; the app is started anew in between. */
export async function measureReplay(count: number): Promise<number> {
  const stage = await testServer();
  try {
    const address = await stage.server.app.listen({ port: 0, host: '127.0.0.1' });
    const computer = createComputer();
    const desktop = await computer.open();
    void desktop.act({ kind: 'pairServer', address });
    const { pairing } = await shows(desktop, (view) => view.pairing.kind === 'pin');
    const pin = pairing.kind === 'pin' ? pairing.pin : '';
    await stage.ask(stage.people.team, 'POST', '/api/rest/apps', { pin });
    await shows(desktop, ({ active }) => active?.connection.kind === 'online');
    computer.isOnline = false;
    for (let index = 0; index < count; index += 1)
      await desktop.act({ kind: 'time', command: bookingOf(index) });
    desktop.close();
    const again = await computer.open();
    computer.isOnline = true;
    const begun = performance.now();
    again.reconnect();
    await shows(again, ({ active }) => active?.waiting === 0);
    const took = performance.now() - begun;
    again.close();
    return took;
  } finally {
    await stage.close();
  }
}

/** The share of one processor that the app's main process takes while time is tracked and nobody does anything, over so many seconds. */
export async function measureProcessorShare(seconds: number): Promise<number> {
  const stage = await openStage();
  try {
    await stage.start();
    await stage.pair();
    await stage.server.ask(stage.who, 'POST', '/api/tracking/client/startTracking', { remark: 'work' });
    await stage.page().getByRole('timer').waitFor();
    await until(stage.isRunning, 'the track');
    // What pairing and starting took is over.
    await sleep(5_000);
    const used = await stage.processorTime();
    await sleep(seconds * 1000);
    return ((await stage.processorTime()) - used) / seconds;
  } finally {
    await stage.close();
  }
}

/** Minutes of one day, one after the other. */
function bookingOf(index: number): TimeCommand {
  const minute = new Date(Date.UTC(2026, 2, 2) + index * 60_000).toISOString();
  return { kind: 'book', timestamp: minute.slice(0, 19), length: 60, subject: about(String(index)) };
}
