/** A place in a connection's messages: everything before `position` has been sent. */
export interface Cursor {
  /** The log the position counts in; a connection that begins anew has another. */
  readonly log: string;
  readonly position: number;
}

const form = /^d-([0-9A-Z]{1,16}),([0-9A-F]{1,13})$/;

/** As clients keep and send it back, e.g. `d-4F0C21A9,1F`. Clients take it as it is. */
export function cursorText({ log, position }: Cursor): string {
  return `d-${log},${position.toString(16).toUpperCase()}`;
}

/** Undefined when the text is no cursor. */
export function readCursor(text: string): Cursor | undefined {
  const [, log, position] = form.exec(text) ?? [];
  if (log === undefined || position === undefined) return undefined;
  return { log, position: Number.parseInt(position, 16) };
}
