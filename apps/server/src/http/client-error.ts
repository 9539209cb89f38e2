import type { Socket } from 'node:net';
import { errorBody } from './error-answer.ts';
import { Refusal } from '../refusal.ts';

const answers: Record<string, { status: string; message: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: '408 Request Timeout',
    message: 'The request did not come whole in time.',
  },
  HPE_HEADER_OVERFLOW: {
    status: '431 Request Header Fields Too Large',
    message: 'The headers of the request are too large.',
  },
};

const malformed = { status: '400 Bad Request', message: 'The request is not well-formed HTTP.' };

/** Answers what cannot be read as HTTP in the one envelope of api.md 3.1, and ends the connection. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const { status, message } = answers[error.code ?? ''] ?? malformed;
  const refusal = new Refusal('DbValidationError', message, { status: Number.parseInt(status, 10) });
  const body = JSON.stringify(errorBody(refusal));
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}
