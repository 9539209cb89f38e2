/** What a client heard of a number that grows by one with each push, in the order it came. */
export type Heard =
  /** It opened a connection anew: what was pushed until it asks is not known. */
  { readonly kind: 'opened' } | { readonly kind: 'pushed' | 'asked'; readonly number: number };

/** What became of the pushes. */
export interface Account {
  /** That it ought to have been pushed and was not. */
  readonly lost: readonly number[];
  /** That were pushed to it again, or too late. */
  readonly doubled: readonly number[];
  /** How often it asked, or was told unasked, how far the number is, because nobody could tell what it missed. */
  readonly asked: number;
  /** The newest number that it knows. */
  readonly known: number;
}

export function accountOf(heard: readonly Heard[]): Account {
  const lost: number[] = [];
  const doubled: number[] = [];
  let [asked, known, last, isNew] = [0, 0, 0, true];
  for (const each of heard) {
    if (each.kind === 'opened') {
      isNew = true;
      continue;
    }
    const { kind, number } = each;
    if (kind === 'asked') {
      asked += 1;
      isNew = false;
    } else {
      if (number <= last) doubled.push(number);
      if (!isNew) for (let missing = known + 1; missing < number; missing += 1) lost.push(missing);
      last = number;
    }
    known = Math.max(known, number);
  }
  return { lost, doubled, asked, known };
}
