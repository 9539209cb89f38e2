/** A person as one line names them. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
}

/** What stands in a text of one person a line: those that can be read, and lines that cannot. */
export interface ReadPeople {
  readonly people: readonly NewPerson[];
  readonly unreadable: readonly string[];
}

const EMAIL = /[^\s<>,;"]+@[^\s<>,;"]+/;

/**
 * Reads one person a line: `Ann Lee <ann@contoso.com>`, `Ann Lee, ann@contoso.com` or an address alone, whose part before the @
 * then makes the name. An address that came before is passed over.
 */
export function readPeople(text: string): ReadPeople {
  const people = new Map<string, NewPerson>();
  const unreadable: string[] = [];
  for (const line of text.split(/\r?\n/).map((each) => each.trim())) {
    if (line === '') continue;
    const email = EMAIL.exec(line)?.[0];
    if (email === undefined) {
      unreadable.push(line);
      continue;
    }
    const written = line.replace(email, ' ').replace(/[<>,;"\t]/g, ' ');
    const name = written.replace(/\s+/g, ' ').trim() || nameOf(email);
    const key = email.toLowerCase();
    if (!people.has(key)) people.set(key, { name: name.slice(0, 200), email });
  }
  return { people: [...people.values()], unreadable };
}

/** `ann.lee@contoso.com` is Ann Lee. */
function nameOf(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || email;
}
