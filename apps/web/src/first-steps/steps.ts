/** What of an organization is there already. */
export interface Begun {
  readonly isConnected: boolean;
  /** People with a role. */
  readonly people: number;
  readonly hasTime: boolean;
}

export const STEPS = ['connect', 'invite', 'track'] as const;
export type StepName = (typeof STEPS)[number];

/** The steps of a new organization that are done. */
export function doneSteps({ isConnected, people, hasTime }: Begun): readonly StepName[] {
  const isDone = { connect: isConnected, invite: people > 1, track: hasTime };
  return STEPS.filter((step) => isDone[step]);
}
