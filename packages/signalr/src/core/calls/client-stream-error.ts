/** What a client ended its stream with. The name is the one that .NET shows. */
export class ClientStreamError extends Error {
  override readonly name = 'Exception';
}
