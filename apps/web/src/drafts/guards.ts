/** Whether what was kept is a text. */
export function isText(found: unknown): found is string {
  return typeof found === 'string';
}

/**
 * Says of what was kept whether it has every field of `model`, each of the same kind; lists may hold texts only. For forms whose values are texts,
 * numbers and choices.
 */
export function isLike<Model extends object>(model: Model): (found: unknown) => found is Model {
  return (found): found is Model =>
    typeof found === 'object' &&
    found !== null &&
    Object.entries(model).every(([name, value]) => kindOf(Reflect.get(found, name)) === kindOf(value));
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function kindOf(value: unknown): string {
  if (isTexts(value)) return 'texts';
  return value === null ? 'null' : typeof value;
}
