import { DEFAULT_WEEK_RULES } from '@stint/domain';
import { createContext, use } from 'react';
import { createFormats, type Formats } from './formats.ts';

/** The formats in force; before anybody's settings are known, those of English. */
export const FormatsContext = createContext<Formats>(
  createFormats({
    locale: 'en',
    timeZone: 'UTC',
    durationFormat: 'HH:MM',
    weekRules: DEFAULT_WEEK_RULES,
    rounding: null,
  }),
);

/** How numbers, dates and lengths are written for the person who looks. */
export function useFormats(): Formats {
  return use(FormatsContext);
}
