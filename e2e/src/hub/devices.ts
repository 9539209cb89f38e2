import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import type { TrackingState } from '@stint/contract';
import { Client } from 'node-signalr';
import { DEVICE } from './balancer.ts';

/** A device of a person, whatever it speaks. */
export interface Device {
  readonly name: string;
  /** What it shows. */
  remark(): string | undefined;
  /** How often it has connected. */
  connects(): number;
  stop(): Promise<void>;
}

export interface DeviceOptions {
  readonly address: string;
  readonly token: string;
  /** What the balancer knows it by. */
  readonly device: string;
}

/** Milliseconds before each try to come back. */
const AGAIN = 250;

/** One of each kind, which come back by themselves. */
export function everyKind(options: Omit<DeviceOptions, 'device'>, server: 0 | 1): Device[] {
  const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;
  const device = (kind: string) => ({ ...options, device: `${kind} ${server}` });
  return [
    ...[WebSockets, ServerSentEvents, LongPolling].map((transport) =>
      coreDevice(device(HttpTransportType[transport]), transport),
    ),
    classicDevice(device('classic')),
  ];
}

function coreDevice({ address, token, device }: DeviceOptions, transport: HttpTransportType): Device {
  let [remark, connects] = [undefined as string | undefined, 0];
  const show = ({ track }: TrackingState) => {
    remark = track.remark;
  };
  const connection = new HubConnectionBuilder()
    .withUrl(`${address}/signalr/trackingHub`, {
      transport,
      headers: { [DEVICE]: device },
      accessTokenFactory: () => token,
    })
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: () => AGAIN })
    .configureLogging(LogLevel.None)
    .build();
  connection.on('trackingChanged', show);
  const synchronize = async () => {
    connects += 1;
    show(await connection.invoke<TrackingState>('current'));
  };
  connection.onreconnected(() => void synchronize());
  void connection.start().then(synchronize);
  return { name: device, remark: () => remark, connects: () => connects, stop: () => connection.stop() };
}

/** It comes back with `connect`, which opens a connection anew where the server does not know it. */
function classicDevice({ address, token, device }: DeviceOptions): Device {
  let [remark, connects] = [undefined as string | undefined, 0];
  const client = new Client(`${address}/signalr`, ['trackingHub']);
  client.headers = { authorization: `Bearer ${token}`, [DEVICE]: device };
  client.reconnectDelayTime = AGAIN;
  const show = (state: unknown) => {
    remark = (state as TrackingState).track.remark;
  };
  client.connection.hub.on('trackingHub', 'trackingChanged', show);
  client.on('connected', () => {
    connects += 1;
    void client.connection.hub.call('trackingHub', 'current').then(show, () => undefined);
  });
  client.on('error', () => undefined);
  client.start();
  return { name: device, remark: () => remark, connects: () => connects, stop: async () => client.end() };
}
