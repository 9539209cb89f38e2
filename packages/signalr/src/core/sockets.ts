import { WebSocket, WebSocketServer } from 'ws';

const NORMAL = 1000;

/** Answers a close frame that has no code with the normal one, as ASP.NET Core does. */
class Socket extends WebSocket {
  override close(code = NORMAL, reason?: string | Buffer): void {
    super.close(code, reason);
  }
}

/** Turns requests into WebSockets. A message longer than `most` bytes ends its socket. */
export function createSockets(most: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: most,
    WebSocket: Socket,
  });
}
