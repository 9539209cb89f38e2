/** Sets by key; an empty one is not kept. */
export class SetMap<Key, Item> {
  readonly #sets = new Map<Key, Set<Item>>();
  readonly #none: ReadonlySet<Item> = new Set();

  get(key: Key): ReadonlySet<Item> {
    return this.#sets.get(key) ?? this.#none;
  }

  add(key: Key, item: Item): void {
    const set = this.#sets.get(key);
    if (set === undefined) this.#sets.set(key, new Set([item]));
    else set.add(item);
  }

  remove(key: Key, item: Item): void {
    const set = this.#sets.get(key);
    if (set?.delete(item) && set.size === 0) this.#sets.delete(key);
  }

  clear(key: Key): void {
    this.#sets.delete(key);
  }
}
