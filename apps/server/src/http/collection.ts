import type { IncomingMessage } from 'node:http';

declare module 'http' {
  interface IncomingMessage {
    /** The `{collection}` segment of an on-premises address. */
    collection?: string;
    /** The address as the client wrote it, where a collection was cut off. */
    originalUrl?: string;
  }
}

/** Keeps what is cut off a request's address. */
export function noteCollection(request: IncomingMessage, collection: string): void {
  request.collection = collection;
  if (request.url !== undefined) request.originalUrl = request.url;
}
