import { ODataError } from '@stint/odata';

const NAME = /^[A-Za-z][\w. -]{0,127}$/;

/**
 * Reads a list of reference names such as `System.Tags,Custom.Finance`; empty for an empty text. Throws ODataError with the position of
 * what is no name, of a name that stands twice, and of the first one too many.
 */
export function parseFieldList(text: string, most: number): readonly string[] {
  if (text.trim() === '') return [];
  const names = new Map<string, string>();
  let position = 0;
  for (const part of text.split(',')) {
    const name = part.trim();
    const at = position + part.length - part.trimStart().length;
    if (!NAME.test(name)) {
      throw fault(`expected the reference name of a field such as System.Tags, found "${shown(name)}"`, at);
    }
    if (names.has(name.toLowerCase()))
      throw fault(`"${name}" stands here twice; expected each field once`, at);
    if (names.size === most) throw fault(`expected ${most} fields at most`, at);
    names.set(name.toLowerCase(), name);
    position += part.length + 1;
  }
  return [...names.values()];
}

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}

function fault(message: string, position: number): ODataError {
  const [first = '', ...others] = message;
  return new ODataError('SyntaxError', `${first.toUpperCase()}${others.join('')}, at position ${position}.`, {
    position,
  });
}
