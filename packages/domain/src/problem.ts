/** Why something is refused: `message` names what is wrong, the rule, its setting and the value that would pass. */
export interface Problem<Code extends string> {
  /** The `errorCode` of the answer (api.md 3.1). */
  readonly code: Code;
  /** The field's name in the REST body (api.md 3.4). */
  readonly field: string;
  /** The key of the organization's settings that demands it; null when no setting can change it. */
  readonly setting: string | null;
  readonly message: string;
}
