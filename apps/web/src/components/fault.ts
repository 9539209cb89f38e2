/** The properties of a Fluent `Field` that shows a refusal, or none. */
export function fault(message: string | null) {
  return {
    validationMessage: message,
    validationState: message === null ? ('none' as const) : ('error' as const),
  };
}
