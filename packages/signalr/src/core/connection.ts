import type { ClientCall } from '../hub/client-call.ts';
import type { Closing, LiveConnection } from '../hub/connection.ts';
import type { Hub } from '../hub/hub.ts';
import type { Limits } from '../hub/limits.ts';
import type { Log } from '../hub/log.ts';
import { createQuestions, type Questions } from '../hub/questions.ts';
import type { Identity } from '../http/admission.ts';
import { errorText } from './calls/error-text.ts';
import { Runner } from './calls/runner.ts';
import type { Codec, Decoder } from './codec/codec.ts';
import { KeepAlive } from './keep-alive.ts';
import { handshakeAnswer, readHandshake, STATEFUL_VERSION } from './handshake.ts';
import { type CoreMessage, isCounted } from './messages.ts';
import { OrderedInbox } from './ordered-inbox.ts';
import { ReplayBuffer } from './replay-buffer.ts';
import type { Application, Wire } from './wire.ts';

/** Bytes that wait for a reader before streams wait for it. */
const CONGESTED = 64 * 1024;

export interface ConnectionOptions<User> {
  readonly hub: Hub<User>;
  /** As the client wrote it. */
  readonly hubName: string;
  readonly identity: Identity<User>;
  readonly limits: Limits;
  readonly detailedErrors: boolean;
  readonly log: Log;
}

/** Of every connection whose hub does not ask. */
const TAKEN = Promise.resolve(true);

/** The hub protocol on one connection. */
export class CoreConnection<User> implements LiveConnection<User>, Application {
  readonly protocol = 'core';
  readonly id: string;
  readonly user: User;
  readonly userId: string;
  readonly #wire: Wire;
  readonly #options: ConnectionOptions<User>;
  readonly #openedAt = Date.now();
  #phase: 'handshake' | 'open' | 'ended' = 'handshake';
  /** Whether the hub took the connection; null before it was asked. */
  #connected: Promise<boolean> | null = null;
  #codec: Codec | null = null;
  #decoder: Decoder | null = null;
  #unread: Buffer | null = null;
  readonly #inbox = new OrderedInbox<CoreMessage>((message) => this.#take(message));
  #runner: Runner<User> | null = null;
  #replay: ReplayBuffer | null = null;
  #questions: Questions | null = null;
  #ended: AbortController | null = null;
  readonly #keepAlive = new KeepAlive(this.#openedAt);

  constructor(wire: Wire, options: ConnectionOptions<User>) {
    this.#wire = wire;
    this.#options = options;
    this.id = wire.id;
    this.user = options.identity.user;
    this.userId = options.identity.userId;
  }

  get transport() {
    return this.#wire.transport;
  }

  get format() {
    return this.#codec?.format ?? 'Text';
  }

  get headers() {
    return this.#wire.headers;
  }

  get query() {
    const { url } = this.#wire;
    return new URLSearchParams(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');
  }

  get signal() {
    if (this.#ended === null) {
      this.#ended = new AbortController();
      if (this.#phase === 'ended') this.#ended.abort();
    }
    return this.#ended.signal;
  }

  deliver(call: ClientCall): void {
    const codec = this.#codec;
    if (codec === null || this.#phase === 'ended') return;
    this.#send(
      call.as(`core.${codec.name}`, ({ method, args }) => codec.encode(pushed(null, method, args))),
      true,
    );
  }

  ask({ method, args }: ClientCall): Promise<unknown> {
    if (this.#phase === 'ended') return Promise.reject(new Error('The connection was closed.'));
    this.#questions ??= createQuestions(this.#options.limits.answerTimeout);
    const { id, answer } = this.#questions.open();
    this.#write(pushed(id, method, args));
    return answer;
  }

  close({ reason, allowReconnect = false }: Closing = {}): void {
    if (this.#phase === 'ended') return;
    if (this.#codec !== null) this.#write({ type: 7, error: reason ?? null, allowReconnect });
    this.#end(null);
    this.#wire.end();
  }

  gone(): void {
    this.#end(null);
  }

  resumed(): void {
    if (this.#replay === null) return;
    const { sequenceId, again } = this.#replay.resume();
    this.#write({ type: 9, sequenceId });
    for (const data of again) this.#wire.send(data);
  }

  receive(data: Buffer): Promise<void> | undefined {
    if (this.#phase === 'ended') return undefined;
    this.#keepAlive.received();
    if (this.#phase === 'handshake') return this.#shakeHands(data);
    try {
      this.#decoder?.push(data, this.#accepting);
    } catch (error) {
      this.#fail(error);
    }
    return this.#inbox.blocked;
  }

  readonly #accepting = (message: CoreMessage) => this.#inbox.accept(message);

  tick(now: number): void {
    const { limits } = this.#options;
    if (this.#phase === 'handshake') {
      if (now - this.#openedAt > limits.handshakeTimeout) this.#refuse('Handshake was canceled.');
      return;
    }
    this.#acknowledge();
    const due = this.#keepAlive.tick(now, limits, this.#inbox.blocked !== undefined);
    if (due === 'ping' && !this.#wire.isPolled) this.#write({ type: 6 });
    if (due === 'end') {
      const seconds = limits.clientTimeout / 1000;
      this.#fail(new Error(`The client has not sent anything for ${seconds} seconds.`));
    }
  }

  #shakeHands(data: Buffer): Promise<void> | undefined {
    const { limits } = this.#options;
    const { formats, wantsStateful } = this.#wire;
    const all = this.#unread === null ? data : Buffer.concat([this.#unread, data]);
    const handshake = readHandshake(all, { messageBytes: limits.messageBytes, formats });
    switch (handshake.kind) {
      case 'incomplete':
        this.#unread = Buffer.from(all);
        return undefined;
      case 'refused':
        this.#refuse(handshake.error);
        return undefined;
      default: {
        this.#unread = null;
        this.#codec = handshake.codec;
        this.#decoder = handshake.codec.decoder(limits);
        this.#wire.binary = handshake.codec.format === 'Binary';
        this.#wire.isStateful = wantsStateful && handshake.version >= STATEFUL_VERSION;
        if (this.#wire.isStateful) this.#replay = new ReplayBuffer();
        this.#wire.send(handshakeAnswer(null));
        this.#open();
        return handshake.rest.length > 0 ? this.receive(handshake.rest) : this.#inbox.blocked;
      }
    }
  }

  #refuse(error: string): void {
    this.#wire.send(handshakeAnswer(error));
    this.#end(null);
    this.#wire.end();
  }

  /** The hub's own `connected` comes before any call. */
  #open(): void {
    const { hub, hubName, log } = this.#options;
    this.#phase = 'open';
    hub.members.add(this);
    log({ kind: 'connected', connection: this.id, hub: hub.name });
    this.#runner = this.#createRunner();
    const { connected } = hub.definition;
    if (connected === undefined) {
      this.#connected = TAKEN;
      return;
    }
    const opening = (async () => connected(hub.context(this, { hubName, methodName: '' })))();
    this.#connected = opening.then(
      () => true,
      (error: unknown) => {
        this.#fail(error, false);
        return false;
      },
    );
    this.#inbox.holdUntil(this.#connected);
  }

  #createRunner(): Runner<User> {
    return new Runner({
      ...this.#options,
      connection: this,
      write: (message) => this.#write(message),
      isCongested: () =>
        this.#wire.waitingBytes > CONGESTED ||
        (this.#replay?.keptBytes ?? 0) > this.#options.limits.replayBytes,
    });
  }

  #take(message: CoreMessage): Promise<void> | undefined {
    if (this.#replay?.accepts(message) === false) return undefined;
    switch (message.type) {
      case 1:
      case 4:
        return this.#runner?.start(message);
      case 2:
        return this.#runner?.uploads.push(message.invocationId, message.item);
      case 3: {
        if (this.#runner?.uploads.complete(message)) return undefined;
        const { outcome } = message;
        this.#questions?.settle(
          message.invocationId,
          outcome.kind === 'nothing' ? { result: undefined } : outcome,
        );
        return undefined;
      }
      case 5:
        this.#runner?.cancel(message.invocationId);
        return undefined;
      case 6:
        this.#keepAlive.pinged();
        return undefined;
      case 7:
        this.#wire.isStateful = false;
        this.close();
        return undefined;
      case 8:
        this.#replay?.acknowledge(message.sequenceId);
        return undefined;
      default:
        try {
          this.#replay?.restart(message);
        } catch (error) {
          this.#fail(error);
        }
        return undefined;
    }
  }

  #acknowledge(): void {
    const sequenceId = this.#replay?.toAcknowledge() ?? null;
    if (sequenceId !== null) this.#write({ type: 8, sequenceId });
  }

  /** Throws what encoding throws. */
  #write(message: CoreMessage): void {
    if (this.#codec === null || this.#phase === 'ended') return;
    this.#send(this.#codec.encode(message), isCounted(message));
  }

  #send(data: Buffer, counted: boolean): void {
    this.#keepAlive.sent();
    if (counted && this.#replay !== null) {
      this.#replay.keep(data);
      if (this.#replay.keptBytes > this.#options.limits.outgoingBytes) return this.#tooSlow();
    }
    this.#wire.send(data);
  }

  #tooSlow(): void {
    const waitingBytes = this.#replay?.keptBytes ?? 0;
    this.#options.log({ kind: 'slowReader', connection: this.id, waitingBytes });
    this.#wire.drop();
  }

  /** Ends the connection by an error, which the client is told of as .NET does. */
  #fail(error: unknown, allowReconnect = true): void {
    if (this.#phase === 'ended') return;
    const { hub, detailedErrors, log } = this.#options;
    log({ kind: 'connectionFailed', connection: this.id, hub: hub.name, error });
    const text = errorText('Connection closed with an error.', error, detailedErrors);
    this.#write({ type: 7, error: text, allowReconnect });
    this.#end(error instanceof Error ? error : new Error(String(error)));
    this.#wire.end();
  }

  #end(error: Error | null): void {
    if (this.#phase === 'ended') return;
    this.#phase = 'ended';
    this.#inbox.close();
    this.#wire.isStateful = false;
    const { hub, log } = this.#options;
    hub.members.remove(this);
    this.#ended?.abort();
    this.#runner?.abort();
    this.#questions?.rejectAll(new Error('The connection was closed.'));
    if (this.#connected === null) return;
    log({ kind: 'disconnected', connection: this.id, hub: hub.name });
    void this.#tellHub(error);
  }

  /** A hub that refused a connection is not told of its end. */
  async #tellHub(error: Error | null): Promise<void> {
    const { hub, hubName, log } = this.#options;
    if (hub.definition.disconnected === undefined || !(await this.#connected)) return;
    try {
      await hub.definition.disconnected(hub.context(this, { hubName, methodName: '' }), error);
    } catch (failure) {
      log({ kind: 'connectionFailed', connection: this.id, hub: hub.name, error: failure });
    }
  }
}

function pushed(invocationId: string | null, target: string, args: readonly unknown[]): CoreMessage {
  return { type: 1, invocationId, target, arguments: args, streamIds: [] };
}
