import type { CoreMessage } from '../messages.ts';

/** A wire format of the hub protocol. */
export interface Codec {
  readonly name: 'json' | 'messagepack';
  /** As a handshake names what a transport lacks. */
  readonly format: 'Text' | 'Binary';
  /** With its framing. Throws what the value's own conversion throws. */
  encode(message: CoreMessage): Buffer;
  /** Reads one connection's messages. */
  decoder(limits: { readonly messageBytes: number }): Decoder;
}

export interface Decoder {
  /**
   * Hands over the messages that are complete with this piece; the rest is kept for the next one. Messages of unknown types are left
   * out, as later versions of the protocol may have more. Throws a ProtocolError when it comes to what is wrong.
   */
  push(data: Buffer, accept: (message: CoreMessage) => void): void;
}
