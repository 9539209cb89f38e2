import type { ActivityType, PersonSettings, ShownSettings } from '@stint/contract';
import type { Formats, Texts } from '@stint/ui';
import type { texts as en } from '../../texts/personal/en.ts';
import { choicesOf, type OrganizationTexts } from '../organization/choices.ts';

/** One value that a person can choose; null means as the organization has it. */
export interface OwnChoice {
  readonly value: string | null;
  readonly name: string;
  /** What it brings about. */
  readonly effect: string;
}

interface Said {
  readonly texts: Texts<typeof en>;
  readonly ofOrganization: OrganizationTexts;
  readonly formats: Formats;
  readonly organization: ShownSettings;
}

/** The choices of the settings that the organization has too, its own first. */
export function choicesLikeOrganization(
  name: 'durationFormat' | 'locale' | 'addTimeMode',
  own: string | null,
  { texts, ofOrganization, formats, organization }: Said,
): OwnChoice[] {
  // A locale that came by the API is among the choices of whoever has it.
  const settings = { ...organization, ...(own !== null && { [name]: own }) };
  const said = { texts: ofOrganization, formats, settings, isOwn: true };
  const choices = choicesOf(name, said) as readonly OwnChoice[];
  const theirs = choicesOf(name, { texts: ofOrganization, formats, settings: organization }).find(
    ({ value }) => value === organization[name],
  );
  const usual = {
    value: null,
    name: texts.asOrganization({ name: theirs?.name ?? '' }),
    effect: theirs?.effect ?? '',
  };
  return [usual, ...choices];
}

/** The time zones; a person always has one of their own. */
export function zoneChoices(timeZone: string, { ofOrganization, formats, organization }: Said): OwnChoice[] {
  const settings = { ...organization, timeZone };
  return [...choicesOf('timeZone', { texts: ofOrganization, formats, settings })] as OwnChoice[];
}

/** The activity types that a new entry can begin with. */
export function defaultTypeChoices(
  types: readonly ActivityType[],
  systemDefault: string,
  { texts }: Pick<Said, 'texts'>,
): OwnChoice[] {
  const effectOf = (name: string) => texts.defaultTypeEffect({ name });
  const usual = types.find(({ id }) => id === systemDefault)?.name ?? '';
  return [
    { value: null, name: texts.asOrganization({ name: usual }), effect: effectOf(usual) },
    ...types.map(({ id, name }) => ({ value: id, name, effect: effectOf(name) })),
  ];
}

/** Favourites with one put in or taken out, in the order of all types. */
export function withFavourite(
  types: readonly ActivityType[],
  favourites: PersonSettings['favouriteActivityTypeIds'],
  { id, isFavourite }: { readonly id: string; readonly isFavourite: boolean },
): string[] {
  const wanted = new Set(favourites);
  if (isFavourite) wanted.add(id);
  else wanted.delete(id);
  return types.filter((type) => wanted.has(type.id)).map((type) => type.id);
}
