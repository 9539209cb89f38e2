import type { IncomingHttpHeaders } from 'node:http';
import type { ClientCall } from '../../hub/client-call.ts';
import type { Closing, LiveConnection } from '../../hub/connection.ts';
import { cursorText } from '../resumption/cursor.ts';
import { type KeptMessages, MessageLog } from '../resumption/message-log.ts';
import type { ClassicTransport } from '../../hub/transports.ts';
import type { Transport } from '../transports/transport.ts';
import { clientCallText } from '../wire/answer.ts';
import { type Frame, frameText } from '../wire/frame.ts';
import type { Phase } from './lifecycle.ts';

/** What is known of a connection when its client opens it. */
export interface Opening<User> {
  readonly id: string;
  readonly user: User;
  readonly userId: string;
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  /** A digest of what the client proved itself by; see `credentialsOf`. */
  readonly credentials: string;
  /** The hubs it listens to, by the name the client gave each. */
  readonly hubs: ReadonlyMap<string, string>;
}

/** What connections are given by their server. */
export interface ConnectionSurroundings<User> {
  readonly kept: KeptMessages;
  /** Bytes that may wait for a reader. */
  readonly outgoingBytes: number;
  readonly longPollDelay: number | undefined;
  /** Milliseconds a client may be without a transport, by the kind it had last. */
  readonly absence: { readonly polling: number; readonly streaming: number };
  readonly now: () => number;
  groupsToken(connection: ClassicConnection<User>): string;
  /** A reader was too slow; its transport has been closed. */
  slow(connection: ClassicConnection<User>, waitingBytes: number): void;
  /** The server’s code ends the connection. */
  close(connection: ClassicConnection<User>, closing: Closing): void;
}

/** A connection with what its client may still have to be told; it outlives its transports. */
export class ClassicConnection<User> implements LiveConnection<User> {
  readonly id: string;
  readonly user: User;
  readonly userId: string;
  readonly protocol = 'classic';
  readonly format = 'Text';
  readonly headers: IncomingHttpHeaders;
  readonly query: URLSearchParams;
  readonly credentials: string;
  readonly hubs: ReadonlyMap<string, string>;
  readonly log: MessageLog;
  phase: Phase = 'fresh';
  /** Settles when the hubs have been told all that happened so far. */
  told: Promise<void> = Promise.resolve();
  transport: ClassicTransport = 'webSockets';
  /** When it last had a transport, in milliseconds. */
  lastSeen: number;
  readonly #around: ConnectionSurroundings<User>;
  #open: Transport | null = null;
  #sent = 0;
  #initialize = false;
  #groupsChanged = false;
  #isDue = false;
  #ending: AbortController | undefined;

  constructor(opening: Opening<User>, around: ConnectionSurroundings<User>) {
    this.id = opening.id;
    this.user = opening.user;
    this.userId = opening.userId;
    this.headers = opening.headers;
    this.query = opening.query;
    this.credentials = opening.credentials;
    this.hubs = opening.hubs;
    this.log = new MessageLog(around.kept);
    this.lastSeen = around.now();
    this.#around = around;
  }

  get signal(): AbortSignal {
    this.#ending ??= new AbortController();
    if (this.phase === 'ended') this.#ending.abort();
    return this.#ending.signal;
  }

  /** Delivers a call under the name by which the client listens to the hub. */
  deliver(call: ClientCall): void {
    const name = this.hubs.get(call.hub);
    if (name !== undefined)
      this.push(call.as(`classic ${name}`, () => clientCallText(name, call.method, call.args)));
  }

  /** Keeps a message for the client and sends it with what else comes in the same turn. */
  push(message: string): void {
    if (this.phase === 'ended') return;
    this.log.append(message);
    this.#sendSoon();
  }

  groupChanged(): void {
    this.#groupsChanged = true;
    this.#sendSoon();
  }

  /** Gives the connection a transport in place of the one it has; `position` is where the client goes on, if it knows. */
  attach(transport: Transport, position: number | undefined): void {
    this.#endTransport();
    this.#open = transport;
    this.transport = transport.name;
    this.#sent = position ?? this.#sent;
    this.#sendSoon();
  }

  /** Tells the client that it may begin. */
  initialize(): void {
    this.#initialize = true;
    this.#sendNow();
  }

  /** A transport is gone; nothing happens when another one has come already. */
  detach(transport: Transport): void {
    if (this.#open !== transport) return;
    this.#open = null;
    this.lastSeen = this.#around.now();
  }

  /** Looks after the transport: called again and again, with `keepAlive` when a sign of life is due. */
  beat(now: number, keepAlive: boolean): void {
    const open = this.#open;
    if (open === null) return;
    if (open.isOver(now)) this.#endTransport();
    else if (keepAlive) open.keepAlive();
  }

  /** Closes the transport of a client that does not read what it is sent; it may come back for what is kept. */
  cutSlowReader(): void {
    const open = this.#open;
    if (open === null || open.waitingBytes <= this.#around.outgoingBytes) return;
    const { waitingBytes } = open;
    this.detach(open);
    open.destroy();
    this.#around.slow(this, waitingBytes);
  }

  close(closing: Closing = {}): void {
    this.#around.close(this, closing);
  }

  /** Sends what waits, and what closes the connection at the client, and lets go of the transport. */
  finish(last: Pick<Frame, 'shouldReconnect' | 'ended'>): void {
    const open = this.#open;
    if (open !== null && (open.once || last.ended !== undefined)) this.#write(open, last);
    else this.#sendNow();
    this.#endTransport();
    this.#ending?.abort();
  }

  /** Whether the client’s time to come back is over. */
  isExpired(now: number): boolean {
    const { polling, streaming } = this.#around.absence;
    const absence = this.transport === 'longPolling' ? polling : streaming;
    return this.#open === null && now - this.lastSeen >= absence;
  }

  #sendSoon(): void {
    if (this.#isDue || this.#open === null) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      this.#sendNow();
    });
  }

  #sendNow(): void {
    const open = this.#open;
    if (open === null) return;
    if (!this.#initialize && !this.#groupsChanged && this.#sent === this.log.end) return;
    this.#write(open, {});
    this.cutSlowReader();
  }

  #write(open: Transport, last: Pick<Frame, 'shouldReconnect' | 'ended'>): void {
    const messages = this.log.from(this.#sent);
    this.#sent = this.log.end;
    const groupsToken = this.#groupsChanged ? this.#around.groupsToken(this) : undefined;
    const initialized = this.#initialize;
    this.#groupsChanged = false;
    this.#initialize = false;
    if (open.once) this.detach(open);
    const longPollDelay = open.once ? this.#around.longPollDelay : undefined;
    const cursor = cursorText({ log: this.log.id, position: this.#sent });
    open.send(frameText({ cursor, messages, groupsToken, initialized, longPollDelay, ...last }));
  }

  /** A poll that ends without news is answered with an empty frame. */
  #endTransport(): void {
    const open = this.#open;
    if (open === null) return;
    if (open.once) return this.#write(open, {});
    this.detach(open);
    open.end();
  }
}
