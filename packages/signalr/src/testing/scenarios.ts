import type * as SignalR from '@microsoft/signalr';

/** What runs in Node and, as text, in a browser: it may use nothing but its parameters. */
export interface ScenarioOptions {
  readonly url: string;
  readonly transport: SignalR.HttpTransportType;
  readonly protocol: 'json' | 'messagepack';
  readonly skipNegotiation?: boolean;
}

export interface Libraries {
  readonly signalR: typeof SignalR;
  readonly messagePack: new () => SignalR.IHubProtocol;
}

/** Uses a hub (`testHub`) as an app would, by every means that the protocol has, and tells what came of it. */
export async function useEverything(
  { signalR, messagePack: MessagePack }: Libraries,
  { url, transport, protocol, skipNegotiation = false }: ScenarioOptions,
): Promise<Record<string, unknown>> {
  const client = (name: string) => {
    const builder = new signalR.HubConnectionBuilder()
      .withUrl(url, { accessTokenFactory: () => name, transport, skipNegotiation })
      .configureLogging(signalR.LogLevel.None)
      .withAutomaticReconnect([0, 10, 50, 100, 200, 500, 1000]);
    if (protocol === 'messagepack') builder.withHubProtocol(new MessagePack());
    return builder.build();
  };
  const until = async (holds: () => boolean) => {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 1000) throw new Error(`never: ${holds.toString()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => 'no failure',
      (error: Error) => error.message,
    );
  const collect = (stream: SignalR.IStreamResult<unknown>, most = Infinity) => {
    const items: unknown[] = [];
    return new Promise<unknown[]>((resolve) => {
      const subscription = stream.subscribe({
        next(item) {
          items.push(item);
          if (items.length === most) {
            subscription.dispose();
            resolve(items);
          }
        },
        complete: () => resolve(items),
        error: (error: Error) => resolve([...items, error.message]),
      });
    });
  };

  const found: Record<string, unknown> = {};
  const ann = client('ann');
  const bob = client('bob');
  const [toAnn, toBob]: unknown[][] = [[], []];
  ann.on('told', (...args) => toAnn?.push(args));
  bob.on('told', (...args) => toBob?.push(args));
  ann.on('question', (number: number) => {
    if (number < 0) throw new Error('I will not.');
    return number + 1;
  });
  await Promise.all([ann.start(), bob.start()]);

  found['invoke'] = await ann.invoke('echo', { text: 'Grüße 🕰\n\u2028', list: [1, -2.5, null, true, {}] });
  found['later'] = await ann.invoke('later', 7);
  found['nothing'] = await ann.invoke('nothing');
  found['large'] = String(await ann.invoke('echo', 'x'.repeat(60_000))).length;
  found['who'] = await ann.invoke('whoAmI');
  if (protocol === 'messagepack') {
    found['bytes'] = [...(await ann.invoke<Uint8Array>('echo', new Uint8Array([0, 1, 255])))];
    found['time'] = (await ann.invoke<Date>('echo', new Date(86_400_000))).getTime();
  }

  await ann.send('tellUser', 'bob', 'user');
  await ann.invoke('tellAll', 'all');
  await ann.invoke('tellOthers', 'others');
  await bob.invoke('join', 'red');
  await ann.invoke('tellGroup', 'red', 'group');
  await bob.invoke('leave', 'red');
  await ann.invoke('tellGroup', 'red', 'no group');
  await ann.invoke('tellMe', 1, 'two', [3]);
  await until(() => toAnn?.length === 2 && toBob?.length === 4);
  found['push'] = { toAnn, toBob };

  found['refused'] = await failure(ann.invoke('refuse'));
  found['failed'] = await failure(ann.invoke('fail'));
  found['unknown'] = await failure(ann.invoke('noSuchMethod'));
  found['streamInvoked'] = await failure(ann.invoke('count', 3));
  found['invokedAsStream'] = await collect(ann.stream('echo', 1));

  found['stream'] = await collect(ann.stream('count', 5));
  found['brokenStream'] = await collect(ann.stream('brokenStream'));
  found['cancelled'] = await collect(ann.stream('endless'), 3);
  await (async () => {
    while ((await ann.invoke('endlessStreams')) !== 0) await new Promise((resolve) => setTimeout(resolve, 5));
  })();

  const numbers = new signalR.Subject<number>();
  const summed = ann.invoke('sum', numbers);
  for (const number of [1, 2, 3, 4]) numbers.next(number);
  numbers.complete();
  found['upload'] = await summed;
  const more = new signalR.Subject<number>();
  const doubled = collect(ann.stream('double', more));
  for (let number = 1; number <= 30; number += 1) more.next(number);
  more.complete();
  found['both ways'] = (await doubled).length;

  found['answer'] = await ann.invoke('ask', 41);
  found['no answer'] = await failure(ann.invoke('ask', -1));

  const { connectionId } = ann;
  const back = new Promise((resolve) => {
    ann.onreconnected(resolve);
  });
  // A browser repeats a poll that was cut, now and then without the client noticing: then it is cut again.
  const noticed: unknown[] = [];
  ann.onreconnecting((error) => noticed.push(error));
  while (noticed.length === 0) {
    await failure(ann.invoke('cutMe'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  found['reconnected'] = (await back) !== (skipNegotiation ? null : connectionId);
  found['after reconnect'] = await ann.invoke('echo', 'again');

  const left = new Promise((resolve) => {
    ann.onclose((error) => resolve(error?.message ?? null));
  });
  await failure(ann.invoke('closeMe'));
  found['closed by the server'] = await left;
  await bob.stop();
  found['stopped'] = bob.state;
  return found;
}
