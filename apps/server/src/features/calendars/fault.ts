/** A calendar could not be read; the message says why, without its address. */
export class CalendarFault extends Error {}

/** An account has withdrawn what it allowed, or never allowed it: only its owner can help, by connecting it again. */
export class ConnectAgain extends CalendarFault {
  constructor(service: string, options?: ErrorOptions) {
    super(`${service} does not let Stint read this account any more; please connect it again`, options);
  }
}
