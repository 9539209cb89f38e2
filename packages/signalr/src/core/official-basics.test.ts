import { expect, test } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { officialClient } from '../testing/official-client.ts';
import { serve } from '../testing/serve.ts';
import { testHub } from '../testing/test-hub.ts';

test('Microsoft’s client calls a method and is called', async () => {
  await using served = await serve({ hubs: [testHub()] });
  const ann = officialClient(`${served.address}/signalr/test`);
  const bob = officialClient(`${served.address}/signalr/TEST`, { token: 'bob' });
  const heard: unknown[] = [];
  bob.on('told', (text) => heard.push(text));
  await Promise.all([ann.start(), bob.start()]);

  expect(await ann.invoke('ECHO', { text: 'Grüße', list: [1, null] })).toEqual({
    text: 'Grüße',
    list: [1, null],
  });
  await ann.invoke('tellUser', 'bob', 'hello');
  await eventually(() => heard.length === 1);
  expect(heard).toEqual(['hello']);
  await expect(ann.invoke('refuse')).rejects.toThrow(
    "An unexpected error occurred invoking 'refuse' on the server. HubException: Not today.",
  );
  await expect(ann.invoke('fail')).rejects.toThrow(/on the server\.$/);
  await Promise.all([ann.stop(), bob.stop()]);
});
