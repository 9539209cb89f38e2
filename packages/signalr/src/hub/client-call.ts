/** A call on its way to clients. Each wire format is made once, however many connections are sent it. */
export interface ClientCall {
  /** As its definition spells it. */
  readonly hub: string;
  readonly method: string;
  readonly args: readonly unknown[];
  /** What `encode` made of this call, remembered by the name of the format. */
  as<Encoded>(format: string, encode: (call: ClientCall) => Encoded): Encoded;
}

export function createClientCall(hub: string, method: string, args: readonly unknown[]): ClientCall {
  const encodings = new Map<string, unknown>();
  const call: ClientCall = {
    hub,
    method,
    args,
    as<Encoded>(format: string, encode: (call: ClientCall) => Encoded): Encoded {
      if (!encodings.has(format)) encodings.set(format, encode(call));
      return encodings.get(format) as Encoded;
    },
  };
  return call;
}
