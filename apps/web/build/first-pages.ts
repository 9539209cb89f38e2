/** A page that people begin with, as the build knows it. */
export interface FirstPage {
  /** Its module, from `apps/web`. */
  readonly module: string;
  /** The areas of texts that its route fetches; `ui` is the one of `@stint/ui`. */
  readonly texts: readonly string[];
}

/** The areas of texts that all pages need, or nearly all. */
export const FRAME_TEXTS = ['common', 'shell', 'ui', 'periods'];

/** The pages of time by their addresses, with what their routes in `src/app/router.tsx` fetch at once. */
export const TIME_PAGES: Readonly<Record<'/' | '/week' | '/month' | '/timesheet', FirstPage>> = {
  '/': { module: 'src/day/day-page.tsx', texts: [...FRAME_TEXTS, 'day'] },
  '/week': { module: 'src/weekly/weekly-page.tsx', texts: [...FRAME_TEXTS, 'weekly', 'month'] },
  '/month': { module: 'src/month/month-page.tsx', texts: [...FRAME_TEXTS, 'month'] },
  '/timesheet': {
    module: 'src/timesheet/timesheet-page.tsx',
    texts: [...FRAME_TEXTS, 'timesheet', 'month'],
  },
};

/** Where everybody else begins. */
export const SIGN_IN: FirstPage = { module: 'src/sign-in/sign-in-page.tsx', texts: ['common', 'sign-in'] };

/** The module of an area's texts in a language. */
export function textsModule(area: string, language: string): string {
  return area === 'ui' ? `../../packages/ui/src/texts/ui/${language}.ts` : `src/texts/${area}/${language}.ts`;
}
