import { once } from 'node:events';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { useHub } from './testing/use-hub.ts';

const t = useHub();

/** Pushes of 7 KB each: far more than a reader who stopped reading is held for. */
const PUSHES = 3_000;

/** As many as one who reads takes in before the next come, on however busy a machine. */
const AT_ONCE = 100;

test('who does not read is disconnected at a bound; others of the same person are told everything', async () => {
  const address = `${t.url.replace('http', 'ws')}/signalr/trackingHub`;
  const slow = new WebSocket(address, { headers: { authorization: `Bearer ${t.me.token}` } });
  onTestFinished(() => slow.terminate());
  await once(slow, 'open');
  slow.send('{"protocol":"json","version":1}\u001E');
  await once(slow, 'message');
  slow.pause();
  const closed = once(slow, 'close');
  const quick = await t.connect(t.me);

  const owner = new Client(t.stint.database.connectionString);
  await owner.connect();
  onTestFinished(() => owner.end());
  const event = `worklog ${t.stint.organizationId} ${t.me.id} changed `;
  for (let sent = 0; sent < PUSHES; sent += AT_ONCE) {
    await owner.query(
      "select pg_notify('stint_live', $1 || n || repeat('x', 7000)) from generate_series($2::int + 1, $2 + $3) n",
      [event, sent, AT_ONCE],
    );
    await expect.poll(() => quick.of('workLogChanged').length, { interval: 5 }).toBe(sent + AT_ONCE);
  }
  slow.resume();
  await closed;
  expect(await quick.connection.invoke('current')).toHaveProperty('track');
});
