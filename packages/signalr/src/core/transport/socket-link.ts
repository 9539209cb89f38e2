import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { frameOf } from '../../http/web-socket-frame.ts';
import type { Link } from './link.ts';

/** What a socket tells its session. */
export interface SocketListener {
  readonly receive: (data: Buffer) => Promise<void> | undefined;
  /** The socket is gone; `closed` when the client said so with a close frame. */
  readonly gone: (closed: boolean) => void;
}

const NORMAL = 1000;
/** No close frame came. */
const ABNORMAL = 1006;

/**
 * Binds a WebSocket to a session. Messages are framed here and written to the socket below: what `ws` would send by itself (answers
 * to pings and close frames) it writes whole as well, so frames never mix, and a message costs one write instead of two.
 */
export function socketLink(socket: WebSocket, wire: Duplex, { receive, gone }: SocketListener): Link {
  socket.binaryType = 'nodebuffer';
  socket.on('message', (data: Buffer) => {
    const wait = receive(data);
    if (wait === undefined || socket.isPaused) return;
    socket.pause();
    void wait.then(() => socket.resume());
  });
  socket.on('close', (code) => gone(code !== ABNORMAL));
  // What ws finds wrong with a frame it closes the socket for, with the code that RFC 6455 has for it.
  socket.on('error', nothing);
  return {
    get waitingBytes() {
      return wire.writableLength;
    },
    send(data, binary) {
      if (socket.readyState === socket.OPEN) wire.write(frameOf(data, binary));
    },
    end: () => socket.close(NORMAL),
    destroy: () => socket.terminate(),
  };
}

function nothing(): void {}
