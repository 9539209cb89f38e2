import type { NavigationProperty, ToOneJoin } from '../model/members.ts';
import { sql } from '../sql/fragment.ts';

/** The join that follows a to-one navigation. */
export function toOneJoin<Context>(navigation: NavigationProperty<Context>): ToOneJoin<Context> {
  const { source, on, by = null } = navigation;
  const { where } = source;
  return {
    by,
    table: (context) => source.table(context),
    on: (row, other, context) =>
      where ? sql`${on(row, other, context)} and ${where(other, context)}` : on(row, other, context),
    optional: navigation.nullable || where !== null,
    present: (other, context) => keyOf(navigation).sql(other, context),
  };
}

/** The first key property of the target: it is never null. */
function keyOf<Context>({ target }: NavigationProperty<Context>) {
  const { key, properties, name } = target();
  const property = key[0] === undefined ? undefined : properties[key[0]];
  if (property?.kind !== 'value') throw new Error(`${name} has no key property`);
  return property;
}
