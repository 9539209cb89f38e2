/** Groups of event types by what stands before the dot, in their order. */
export function groupsOf<Type extends string>(
  types: readonly Type[],
): { readonly group: string; readonly types: readonly Type[] }[] {
  return [...Map.groupBy(types, (type) => type.split('.')[0] ?? type)].map(([group, members]) => ({
    group,
    types: members,
  }));
}

/** The event types that subscriptions cover; none stand for all of them. */
export function typesOf(subscriptions: readonly string[], all: readonly string[]): string[] {
  if (subscriptions.length === 0 || subscriptions.includes('*')) return [...all];
  return all.filter((type) =>
    subscriptions.some((each) => (each.endsWith('.*') ? type.startsWith(each.slice(0, -1)) : each === type)),
  );
}

/** The shortest subscriptions for some event types: a whole group is its prefix, which takes in what comes later. */
export function subscriptionsOf(chosen: readonly string[], all: readonly string[]): string[] {
  return groupsOf(all).flatMap(({ group, types }) => {
    const wanted = types.filter((type) => chosen.includes(type));
    return wanted.length === types.length ? [`${group}.*`] : wanted;
  });
}
