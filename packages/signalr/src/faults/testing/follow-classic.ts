import type { JQuery } from '../../classic/testing/jquery-types.ts';
import type { FollowOptions } from './follow-core.ts';

/**
 * Follows the number with jQuery's client, which comes back by itself within the time that the server gives it, and is begun anew
 * when it gives up. Who comes back to a server that had given them up is told how far the number is. Runs in pages, so it uses nothing from outside itself.
 */
export function followClassic({
  $,
  url,
  token,
  transport,
  second,
  hear,
}: FollowOptions & { readonly $: JQuery; readonly transport: string }): () => Promise<void> {
  const connection = $.hubConnection(url, { useDefaultPath: false });
  connection.qs = { access_token: token };
  connection.reconnectDelay = 2 * second;
  $.signalR.transports.longPolling.reconnectDelay = 3 * second;
  const hub = connection.createHubProxy('count');
  hub.on('number', (number) => hear({ kind: 'pushed', number: Number(number) }));
  hub.on('state', (number) => asked(number));
  // What negotiation tells, and ten seconds of its own, which are not as long as other seconds.
  Object.defineProperty(connection._, 'pollTimeout', { get: () => 120 * second, set() {} });
  let isStopped = false;

  function begin(): void {
    if (isStopped) return;
    hear({ kind: 'opened' });
    const failed = () => connection.stop(true);
    connection.start({ transport }).then(() => hub.invoke('current').then(asked, failed), failed);
  }
  const asked = (number: unknown) => hear({ kind: 'asked', number: Number(number) });
  connection.disconnected(() => void setTimeout(begin, second));
  begin();
  return () => {
    isStopped = true;
    connection.stop(true);
    return Promise.resolve();
  };
}
