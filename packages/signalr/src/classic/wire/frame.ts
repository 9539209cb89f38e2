/** What a transport carries to a client in one piece. */
export interface Frame {
  /** Where the client resumes when this is the last frame it got. */
  readonly cursor: string;
  /** The first frame after `connect`: the client may send `start`. */
  readonly initialized?: boolean;
  /** The client should connect anew, e.g. because the server goes down. */
  readonly shouldReconnect?: boolean;
  /** The groups to restore on a reconnect, when they changed since the last frame. */
  readonly groupsToken?: string | undefined;
  /** Milliseconds a long polling client waits before it polls again. */
  readonly longPollDelay?: number | undefined;
  /** The server ended the connection for good, and why. */
  readonly ended?: string | undefined;
  /** Messages, each already as JSON. */
  readonly messages: readonly string[];
}

/**
 * The frame as JSON, its members in the original's order: C, S, T, G, L, D, E, M. `D` ends the connection of clients
 * before 2.2; `E` that of clients from 2.4 on and tells them the reason.
 */
export function frameText(frame: Frame): string {
  let text = `{"C":"${frame.cursor}",`;
  if (frame.initialized === true) text += '"S":1,';
  if (frame.shouldReconnect === true) text += '"T":1,';
  if (frame.groupsToken !== undefined) text += `"G":"${frame.groupsToken}",`;
  if (frame.longPollDelay !== undefined) text += `"L":${String(frame.longPollDelay)},`;
  if (frame.ended !== undefined) text += `"D":1,"E":${JSON.stringify(frame.ended)},`;
  return `${text}"M":[${frame.messages.join(',')}]}`;
}

/** What says that the connection lives: `{}` on a WebSocket and an event stream, a space in a poll's answer. */
export const keepAliveText = '{}';
