const TEXT = 0x81;
const BINARY = 0x82;
const SHORT = 125;
const MEDIUM = 0xffff;

/** A whole, unmasked WebSocket frame (RFC 6455, section 5.2), as a server sends it: one buffer, so that it is one write. */
export function frameOf(data: Buffer, binary: boolean): Buffer {
  const { length } = data;
  const head = length <= SHORT ? 2 : length <= MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = binary ? BINARY : TEXT;
  if (head === 2) frame[1] = length;
  else if (head === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(data, head);
  return frame;
}
