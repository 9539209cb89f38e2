/** What ends a connection: its client broke the protocol. The name is the one that .NET shows. */
export class ProtocolError extends Error {
  override readonly name = 'InvalidDataException';
}
