import { defaultSettings, faultFinder, OrganizationSettings, PersonSettings } from '@stint/contract';
import type { TObject } from 'typebox';

/** Stored settings as today's schema reads them. */
export interface ReadSettings<Settings> {
  settings: Settings;
  /** Names of stored values that are not what this release takes; their defaults hold. */
  unreadable: string[];
}

type Reader<Settings> = (stored: Readonly<Record<string, unknown>>) => ReadSettings<Settings>;

/** Reads what any release has stored: absent and unreadable values get their defaults, unknown ones are left out. */
function storedReader<Settings extends object>(schema: TObject, defaults: Settings): Reader<Settings> {
  const fields = Object.entries(schema.properties).map(([name, each]) => ({
    name,
    findFault: faultFinder(each),
  }));
  return (stored) => {
    const read: Record<string, unknown> = Object.fromEntries(Object.entries(defaults));
    const unreadable: string[] = [];
    for (const { name, findFault } of fields) {
      const value = stored[name];
      if (value === undefined) continue;
      if (findFault(value) === null) read[name] = value;
      else unreadable.push(name);
    }
    return { settings: read as Settings, unreadable };
  };
}

export const readOrganizationSettings: Reader<OrganizationSettings> = storedReader(
  OrganizationSettings,
  defaultSettings,
);

/** What a person has chosen when they have chosen nothing; the zone and the activity type have columns of their own. */
const nothingChosen: PersonSettings = {
  durationFormat: null,
  locale: null,
  timeZone: 'UTC',
  defaultActivityTypeId: null,
  favouriteActivityTypeIds: [],
  mailReminders: true,
  addTimeMode: null,
  firstStepsClosed: false,
};

export const readPersonSettings: Reader<PersonSettings> = storedReader(PersonSettings, nothingChosen);
