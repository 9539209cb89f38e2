// Hubs.
export { type Backplane, type BackplaneMessage, inProcessBackplanes } from './hub/backplane.ts';
export type { ConnectionCount } from './hub/census.ts';
export type { CallerClients, Clients, ClientSet, OneClient } from './hub/clients.ts';
export type { Closing, HubConnection } from './hub/connection.ts';
export type { HubContext } from './hub/context.ts';
export { defineHub, type HubDefinition, type HubMethod, type HubMethodDefinition } from './hub/definition.ts';
export type { Groups } from './hub/hub.ts';
export { HubError } from './hub/hub-error.ts';
export type { Limits } from './hub/limits.ts';
export type { Log, LogEvent } from './hub/log.ts';
export type { Target } from './hub/target.ts';
export type { ClassicTransport, CoreTransport } from './hub/transports.ts';

// The server.
export type { Authorize, Identity } from './http/admission.ts';
export { attachSignalR } from './http/attach.ts';
export { signalRPlugin } from './http/fastify.ts';
export type { Origins } from './http/origin.ts';
export { Refusal, refuse } from './http/refusal.ts';
export type { HandshakeRequest } from './http/request.ts';
export type { Router } from './http/router.ts';
export { createSignalR, type SignalR, type SignalROptions } from './signalr.ts';

// The classic protocol.
export type { ClassicOptions, ClassicTimes } from './classic/options.ts';
export type { RawContext, RawHandlers } from './classic/raw/application.ts';
export {
  createPersistentConnection,
  type PersistentConnectionOptions,
} from './classic/raw/persistent-connection.ts';
