import {
  type HttpTransportType,
  HubConnectionBuilder,
  type IHttpConnectionOptions,
  type IHubProtocol,
  LogLevel,
} from '@microsoft/signalr';

export interface ClientOptions extends IHttpConnectionOptions {
  readonly token?: string;
  readonly transport?: HttpTransportType;
  readonly protocol?: IHubProtocol;
  readonly stateful?: boolean;
  /** Milliseconds before each try to reconnect. */
  readonly reconnects?: readonly number[];
}

/** Microsoft's own client; it names who it is by the token. */
export function officialClient(url: string, options: ClientOptions = {}) {
  const { token = 'ann', protocol, stateful = false, reconnects, ...rest } = options;
  const builder = new HubConnectionBuilder()
    .withUrl(url, { accessTokenFactory: () => token, ...rest })
    .configureLogging(LogLevel.None);
  if (protocol !== undefined) builder.withHubProtocol(protocol);
  if (stateful) builder.withStatefulReconnect();
  if (reconnects !== undefined) builder.withAutomaticReconnect([...reconnects]);
  return builder.build();
}
