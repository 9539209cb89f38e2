import type { Hub } from '../../hub/hub.ts';

/** What the script needs of a hub. */
type Described = Pick<Hub<unknown>, 'name' | 'methodNames'>;

/**
 * The script that pages load after jQuery and jquery.signalR: `$.connection.hub` talks to `url`, and each hub is there
 * as `$.connection.<name>` with its methods below `server` and the page’s own functions below `client`.
 */
export function proxyScript(url: string, hubs: readonly Described[]): string {
  const described = hubs.map(({ name, methodNames }) => [name, [...methodNames].sort()] as const);
  const sorted = described.sort(([one], [other]) => (one < other ? -1 : 1));
  return template.replace('/*hubs*/', () => literal(sorted)).replace('/*url*/', () => literal(url));
}

/** As JavaScript that also stands safely within a page. */
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const template = `(function ($) {
  'use strict';
  if (!$ || typeof $.signalR !== 'function') {
    throw new Error('SignalR: jquery.signalR has to be loaded before the hub proxies.');
  }
  // Name of each hub with the names of its methods.
  var hubs = /*hubs*/;

  function listen(proxies, begin) {
    $.each(proxies, function (_, proxy) {
      $.each(proxy.client, function (method, handler) {
        if (typeof handler === 'function') proxy[begin ? 'on' : 'off'](method, handler);
      });
    });
  }

  function addServer(proxy, methods) {
    proxy.client = {};
    proxy.server = {};
    $.each(methods, function (_, method) {
      proxy.server[method] = function () {
        return proxy.invoke.apply(proxy, [method].concat($.makeArray(arguments)));
      };
    });
    return proxy;
  }

  $.hubConnection.prototype.createHubProxies = function () {
    var connection = this, proxies = {};
    // Before the proxies are made, whose making has the connection gather what is listened to when it starts.
    connection.starting(function () {
      listen(proxies, true);
      connection._registerSubscribedHubs();
    }).disconnected(function () {
      listen(proxies, false);
    });
    $.each(hubs, function (_, hub) {
      proxies[hub[0]] = addServer(connection.createHubProxy(hub[0]), hub[1]);
    });
    return proxies;
  };

  $.signalR.hub = $.hubConnection(/*url*/, { useDefaultPath: false });
  $.extend($.signalR, $.signalR.hub.createHubProxies());
})(window.jQuery);
`;
