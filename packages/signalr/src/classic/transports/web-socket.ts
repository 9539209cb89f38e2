import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { frameOf } from '../../http/web-socket-frame.ts';
import { keepAliveText } from '../wire/frame.ts';
import type { Transport, TransportEvents } from './transport.ts';

export interface WebSocketOptions extends TransportEvents {
  /**
   * A text frame came; resolves with what is answered by the same socket, and never rejects. The socket is not read while
   * as many as `atOnce` are not answered.
   */
  readonly received: (text: string) => Promise<string | null>;
  /** An answer has been sent. */
  readonly answered: () => void;
  readonly atOnce: number;
  /** Milliseconds without any sign of the peer after which the socket is taken for dead. */
  readonly silence: number;
  readonly now: () => number;
}

/** Close code for a frame of a kind that is not understood (RFC 6455, 7.4.1). */
const unsupportedData = 1003;

/**
 * A WebSocket, with the protocol’s own pings beside SignalR’s signs of life: they tell this side that the peer lives. Messages
 * are framed here and written to the socket below, so that each is one write; `ws` writes whole frames too, so none mix.
 */
export function openWebSocket(socket: WebSocket, wire: Duplex, options: WebSocketOptions): Transport {
  const { received, answered, atOnce, silence, now, lost } = options;
  let lastHeard = now();
  let running = 0;

  const write = (text: string) => {
    if (socket.readyState === socket.OPEN) wire.write(frameOf(Buffer.from(text), false));
  };
  const receive = async (text: string) => {
    running += 1;
    if (running === atOnce) socket.pause();
    const answer = await received(text);
    running -= 1;
    if (answer !== null) {
      write(answer);
      answered();
    }
    if (running === atOnce - 1) socket.resume();
  };

  socket.on('message', (data: Buffer, isBinary) => {
    lastHeard = now();
    if (isBinary) socket.close(unsupportedData);
    else void receive(data.toString('utf8'));
  });
  socket.on('pong', () => {
    lastHeard = now();
  });
  // A fault closes the socket, which is told by itself.
  socket.on('error', ignored);
  socket.on('close', lost);

  return {
    name: 'webSockets',
    once: false,
    get waitingBytes() {
      return wire.writableLength;
    },
    send: write,
    keepAlive() {
      write(keepAliveText);
      socket.ping();
    },
    // A peer that is not read is not heard either.
    isOver: () => !socket.isPaused && now() - lastHeard >= silence,
    end() {
      socket.off('close', lost);
      socket.close(1000);
    },
    destroy() {
      socket.off('close', lost);
      socket.terminate();
    },
  };
}

function ignored(): void {}
