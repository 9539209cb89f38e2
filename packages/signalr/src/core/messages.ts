/** Messages of the hub protocol; the numbers are those of the wire. */
export const MessageType = {
  invocation: 1,
  streamItem: 2,
  completion: 3,
  streamInvocation: 4,
  cancelInvocation: 5,
  ping: 6,
  close: 7,
  ack: 8,
  sequence: 9,
} as const;

export interface Invocation {
  readonly type: 1 | 4;
  /** Null: no answer is wanted. A streaming call always has one. */
  readonly invocationId: string | null;
  readonly target: string;
  readonly arguments: readonly unknown[];
  /** Streams that the caller will send. */
  readonly streamIds: readonly string[];
}

export interface StreamItem {
  readonly type: 2;
  readonly invocationId: string;
  readonly item: unknown;
}

export interface Completion {
  readonly type: 3;
  readonly invocationId: string;
  readonly outcome:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'result'; readonly result: unknown }
    | { readonly kind: 'error'; readonly error: string };
}

export interface CancelInvocation {
  readonly type: 5;
  readonly invocationId: string;
}

export interface Ping {
  readonly type: 6;
}

export interface Close {
  readonly type: 7;
  readonly error: string | null;
  readonly allowReconnect: boolean;
}

export interface Ack {
  readonly type: 8;
  readonly sequenceId: number;
}

export interface Sequence {
  readonly type: 9;
  readonly sequenceId: number;
}

/** Numbered by stateful reconnect. */
export type CountedMessage = Invocation | StreamItem | Completion | CancelInvocation;

export type CoreMessage = CountedMessage | Ping | Close | Ack | Sequence;

export function isCounted(message: CoreMessage): message is CountedMessage {
  return message.type <= MessageType.cancelInvocation;
}
