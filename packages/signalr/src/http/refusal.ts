/** Why a request is turned away. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** HTTP status. */
  readonly status: number;

  constructor(status: number, text: string) {
    super(text);
    this.status = status;
  }
}

/** What an authorization hook returns or throws to turn somebody away. */
export function refuse(status: number, text: string): Refusal {
  return new Refusal(status, text);
}
