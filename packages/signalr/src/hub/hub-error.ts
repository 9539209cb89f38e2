/** A refusal that a hub method means its caller to read: the text (and the data, where the protocol carries any) reaches the client. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly data: unknown;

  constructor(message: string, data?: unknown) {
    super(message);
    this.data = data;
  }
}
