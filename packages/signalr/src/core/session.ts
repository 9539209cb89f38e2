import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebSocket } from 'ws';
import type { Limits } from '../hub/limits.ts';
import type { Log } from '../hub/log.ts';
import { eventsLink } from './transport/events-link.ts';
import type { Link } from './transport/link.ts';
import { type PollingLink, pollingLink } from './transport/polling-link.ts';
import { socketLink } from './transport/socket-link.ts';
import type { CoreTransport } from '../hub/transports.ts';
import type { Application, Wire } from './wire.ts';

export interface SessionOptions {
  readonly limits: Limits;
  readonly log: Log;
  /** Ids of version 1 are two: one to show, one to keep secret. */
  readonly version: 0 | 1;
  readonly wantsStateful: boolean;
  /** Who negotiated it: nobody else may open it. */
  readonly userId: string;
  /** The application that runs over it. */
  readonly start: (wire: Wire) => Application;
  /** It has ended and is to be forgotten. */
  readonly forget: (session: Session) => void;
}

/** A connection as its transports see it: from negotiation to the end, over one transport, but maybe several sockets or polls. */
export class Session implements Wire {
  readonly id = randomId();
  /** What requests name it by. */
  readonly token: string;
  readonly wantsStateful: boolean;
  readonly userId: string;
  binary = false;
  isStateful = false;
  headers: IncomingMessage['headers'] = {};
  url = '';
  readonly #options: SessionOptions;
  #transport: CoreTransport | null = null;
  #application: Application | null = null;
  #link: Link | null = null;
  #polling: PollingLink | null = null;
  #isOver = false;
  #isEnding = false;
  /** Since when it has had no transport, in milliseconds; null while it has one. */
  #awaySince: number | null = Date.now();
  #early: Buffer[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.token = options.version === 0 ? this.id : randomId();
    this.wantsStateful = options.wantsStateful;
    this.userId = options.userId;
  }

  get transport(): CoreTransport {
    return this.#transport ?? 'WebSockets';
  }

  get isStarted(): boolean {
    return this.#transport !== null;
  }

  get isPolled(): boolean {
    return this.#polling !== null;
  }

  get formats() {
    return this.#transport === 'ServerSentEvents' ? (['Text'] as const) : (['Text', 'Binary'] as const);
  }

  get waitingBytes(): number {
    return this.#link?.waitingBytes ?? 0;
  }

  /** Why a transport cannot be opened now: the status, and the text that ASP.NET Core has for it; null when it can. */
  refusal(transport: CoreTransport): { readonly status: number; readonly text: string } | null {
    if (this.#isOver) return { status: 404, text: 'No Connection with that ID' };
    if (this.#transport !== null && this.#transport !== transport) {
      return { status: 400, text: 'Cannot change transports mid-connection' };
    }
    const isTaken = this.#link !== null && transport !== 'LongPolling' && !this.isStateful;
    return isTaken ? { status: 409, text: '' } : null;
  }

  openSocket(socket: WebSocket, request: IncomingMessage): void {
    const previous = this.#link;
    const link = socketLink(socket, request.socket, {
      receive: (data) => (this.#link === link ? this.#application?.receive(data) : undefined),
      gone: (closed) => this.#lost(link, closed),
    });
    this.#begin('WebSockets', link, request);
    previous?.destroy();
  }

  openEvents(request: IncomingMessage, response: ServerResponse): void {
    const link = eventsLink(response, () => this.#lost(link, true));
    this.#begin('ServerSentEvents', link, request);
  }

  /** The first poll is answered at once: it only opens the connection. */
  poll(request: IncomingMessage, response: ServerResponse): void {
    if (this.#polling !== null) return this.#polling.poll(response);
    const { pollTimeout } = this.#options.limits;
    this.#polling = pollingLink({ pollTimeout, gone: () => this.#over() });
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 0 }).end();
    this.#begin('LongPolling', this.#polling, request);
  }

  /** Takes what was posted; resolves when more may come. False when too much has come before the transport. */
  async post(body: Buffer): Promise<boolean> {
    if (this.#application === null) {
      this.#early.push(body);
      return this.#early.reduce((sum, { length }) => sum + length, 0) <= this.#options.limits.messageBytes;
    }
    await this.#application.receive(body);
    return true;
  }

  send(data: Buffer): void {
    const link = this.#link;
    if (link === null) return;
    link.send(data, this.binary);
    const { waitingBytes } = link;
    if (waitingBytes <= this.#options.limits.outgoingBytes) return;
    this.#options.log({ kind: 'slowReader', connection: this.id, waitingBytes });
    this.drop();
  }

  end(): void {
    this.#isEnding = true;
    if (this.#link === null) this.#over();
    else this.#link.end();
  }

  drop(): void {
    this.isStateful = false;
    const link = this.#link;
    this.#over();
    link?.destroy();
  }

  close(closing: Parameters<Application['close']>[0]): void {
    if (this.#application === null) this.#over();
    else this.#application.close(closing);
  }

  /** Whether it has had no transport for so many milliseconds. */
  isAway(now: number, length: number): boolean {
    const awaySince = this.#polling === null ? this.#awaySince : this.#polling.awaySince;
    return awaySince !== null && now - awaySince > length;
  }

  tick(now: number): void {
    if (this.isAway(now, this.#options.limits.disconnectTimeout)) return this.drop();
    this.#link?.tick?.(now);
    this.#application?.tick(now);
  }

  #begin(transport: CoreTransport, link: Link, { headers, url = '' }: IncomingMessage): void {
    this.#transport = transport;
    this.#link = link;
    this.#awaySince = null;
    if (this.#application !== null) return this.#application.resumed();
    this.headers = headers;
    this.url = url;
    this.#application = this.#options.start(this);
    for (const data of this.#early.splice(0)) void this.#application.receive(data);
  }

  /** A stateful connection waits for its client to come back, unless that had said goodbye. */
  #lost(link: Link, closed: boolean): void {
    if (this.#link !== link) return;
    this.#link = null;
    if (!this.isStateful || closed || this.#isEnding) return this.#over();
    this.#awaySince = Date.now();
  }

  #over(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#link = null;
    this.#options.forget(this);
    this.#application?.gone();
  }
}

/** 128 random bits, as ASP.NET Core has them. */
function randomId(): string {
  return randomBytes(16).toString('base64url');
}
