/** Gives what `make` makes, which it is asked for once, when it is first wanted: formats of `Intl` take a millisecond each to make. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
