/** The texts of refusals, word for word as ASP.NET SignalR 2 gives them, so that clients that look for them find them. */
export const texts = {
  unknownTransport: 'Protocol error: Unknown transport.',
  missingConnectionToken: 'Protocol error: Missing connection token.',
  malformedConnectionToken: 'The ConnectionId is in the incorrect format.',
  otherUser:
    'Unrecognized user identity.  The user identity cannot change during an active SignalR connection.',
  notAWebSocket: 'Not a valid web socket request.',
  invalidCursor: 'Invalid cursor.',
  duplicateHubs: 'Duplicate Hub names found.',
  stateTooLong: 'State has exceeded the maximum length of 4096 bytes.',
  hubNotFound: (name: string) => `'${name}' Hub could not be resolved.`,
  methodNotFound: (name: string) => `'${name}' method could not be resolved. No method found with that name.`,
  wrongArguments: (name: string, candidates: string) =>
    `'${name}' method could not be resolved. Potential candidates are: \n${candidates}`,
  invocationFailed: (hub: string, method: string) =>
    `There was an error invoking Hub method '${hub}.${method}'.`,
  progressAfterEnd: 'You cannot report progress on a hub method invocation that has already completed.',
} as const;
