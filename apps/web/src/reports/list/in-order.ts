/** Reports with those that are named in their new order, in the places where these were. */
export function inOrder<Kind extends { readonly id: string }>(
  reports: readonly Kind[],
  ids: readonly string[],
): Kind[] {
  const named = ids.flatMap((id) => reports.find((report) => report.id === id) ?? []);
  let next = 0;
  return reports.map((report) => (ids.includes(report.id) ? (named[next++] ?? report) : report));
}
