/** The colours that Azure DevOps gives the types of its own processes, as six hex digits. */
const USUAL: Readonly<Record<string, string>> = {
  Epic: 'E06C00',
  Feature: '773B93',
  'User Story': '009CCC',
  'Product Backlog Item': '009CCC',
  Requirement: '009CCC',
  Task: 'A4880A',
  Bug: 'CC293D',
  Issue: 'B4009E',
  Impediment: 'B4009E',
};

/** The colour of a type: as it was seen on another work item of the type, else the usual one, else none (empty). */
export function colourOfType(type: string, seen: ReadonlyMap<string, string>): string {
  return seen.get(type) ?? USUAL[type] ?? '';
}
