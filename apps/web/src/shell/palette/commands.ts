/** Something that the palette does. */
export interface Command {
  readonly id: string;
  readonly group: 'pages' | 'acts' | 'startOn';
  readonly name: string;
  /** The keys that do the same. */
  readonly keys?: string;
  readonly run: () => void;
}

/** The commands that fit a typed text: each of its words begins a word of the name, in any letter case and without accents. */
export function fitting(commands: readonly Command[], text: string): Command[] {
  const wanted = wordsOf(text);
  return commands.filter(({ name }) => {
    const words = wordsOf(name);
    return wanted.every((want) => words.some((word) => word.startsWith(want)));
  });
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}#]+/u).filter(Boolean);
}
