import { expect, test } from 'vitest';
import { serve } from '../testing/serve.ts';
import { classicHub, seen } from './testing/classic-hub.ts';
import { openLine } from '../testing/line.ts';
import { openWindow } from './testing/jsdom-window.ts';
import { type Play, play, playRestart } from './testing/play.ts';

// jsdom knows no EventSource, so there are two transports.
test.each(
  ['webSockets', 'longPolling'].flatMap((transport) =>
    [true, false].map((generated) => ({ transport, generated })),
  ),
)('jsdom by $transport, generated proxies: $generated', async ({ transport, generated }) => {
  await using served = await serve({ hubs: [classicHub()] });
  await using line = await openLine(served.address);
  const window = openWindow(line.address);
  const cutAndPush = async (values: readonly unknown[]) => {
    const tried = line.cut();
    for (const value of values) served.signalr.clients('test').user('ann').send('told', value);
    await tried;
    line.mend();
  };
  Object.assign(window, { cutAndPush });
  if (generated) window.eval(await (await fetch(`${line.address}/signalr/js`)).text());
  const playThere = window.eval(`(${play.toString()})`) as (asked: Play) => Promise<unknown>;
  const got = await playThere({ url: `${line.address}/signalr`, transport, generated });
  expect(JSON.parse(JSON.stringify(got))).toEqual(JSON.parse(JSON.stringify(seen(transport))));
  window.close();
});

test.each(['webSockets', 'longPolling'])(
  'jsdom by %s comes back to a restarted server, to its groups',
  async (transport) => {
    const hubs = [classicHub()];
    const classic = { secret: Buffer.alloc(32, 7) };
    const before = await serve({ hubs, classic });
    await using after = await serve({ hubs, classic });
    await using line = await openLine(before.address);
    const window = openWindow(line.address);
    const cutAndPush = async () => {
      const tried = line.cut();
      await before[Symbol.asyncDispose]();
      await tried;
      line.mend(after.address);
    };
    Object.assign(window, { cutAndPush });
    const playThere = window.eval(`(${playRestart.toString()})`) as typeof playRestart;
    expect({ ...((await playThere({ url: `${line.address}/signalr`, transport })) as object) }).toMatchObject(
      {
        told: ['before', 'after'],
        isSame: true,
      },
    );
    window.close();
  },
);
