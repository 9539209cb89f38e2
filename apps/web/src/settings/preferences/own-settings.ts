import type { OrganizationSettings, OwnAndEffectiveSettings, PersonSettings } from '@stint/contract';

export type OwnChange = Partial<PersonSettings>;

/** What the server will answer to a change; the organization’s default activity type is known to the server only. */
export function withChange(
  { own, effective }: OwnAndEffectiveSettings,
  change: OwnChange,
  organization: Pick<OrganizationSettings, 'durationFormat' | 'locale' | 'addTimeMode'> | null,
): OwnAndEffectiveSettings {
  const next = { ...own, ...change };
  return {
    own: next,
    effective: {
      ...effective,
      durationFormat: next.durationFormat ?? organization?.durationFormat ?? effective.durationFormat,
      locale: next.locale ?? organization?.locale ?? effective.locale,
      timeZone: next.timeZone,
      defaultActivityTypeId: next.defaultActivityTypeId ?? effective.defaultActivityTypeId,
      favouriteActivityTypeIds: next.favouriteActivityTypeIds,
      addTimeMode: next.addTimeMode ?? organization?.addTimeMode ?? effective.addTimeMode,
    },
  };
}

/** The values that a change replaces, to which undo goes back. */
export function replacedBy(own: PersonSettings, change: OwnChange): OwnChange {
  const names = Object.keys(change) as (keyof PersonSettings)[];
  return Object.fromEntries(names.map((name) => [name, own[name]]));
}
