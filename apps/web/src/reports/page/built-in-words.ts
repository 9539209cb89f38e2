import type { ReportSummary, Widget, WidgetColumn } from '@stint/contract';
import type { reportWordsTexts } from '../../texts/report-words/texts.ts';

/** The words of built-in reports in the language in force. */
export type ReportWords = Awaited<ReturnType<(typeof reportWordsTexts)['load']>>;

/** Under which key the words of built-in reports stand that the server gives in English. */
const KEYS: Readonly<Record<string, keyof ReportWords>> = {
  Today: 'today',
  'This week': 'thisWeek',
  'This month': 'thisMonth',
  'Last month': 'lastMonth',
  'Day by day': 'dayByDay',
  'Activity types': 'activityTypes',
  Projects: 'projects',
  'Work items': 'workItems',
  'Last entries': 'lastEntries',
  People: 'people',
  Budgets: 'budgets',
  'People and projects': 'peopleAndProjects',
  'People and days': 'peopleAndDays',
  Tracked: 'tracked',
  Planned: 'planned',
  Backlog: 'backlog',
  'Epics by person': 'epicsByPerson',
  'Epics by month': 'epicsByMonth',
  ID: 'id',
  Title: 'title',
  'Work item': 'workItem',
  Comment: 'comment',
  'Activity type': 'activityType',
  Date: 'date',
  State: 'state',
  Person: 'person',
  Project: 'project',
  Days: 'days',
  'Hours per day': 'hoursPerDay',
  'Assigned to': 'assignedTo',
  Effort: 'effort',
  Remaining: 'remaining',
  Pace: 'pace',
};

const REPORTS: Readonly<
  Record<string, { readonly name: keyof ReportWords; readonly about: keyof ReportWords }>
> = {
  personalOverview: { name: 'personalOverview', about: 'aboutPersonalOverview' },
  teamOverview: { name: 'teamOverview', about: 'aboutTeamOverview' },
  teamOverviewOfPeriod: { name: 'teamOverviewOfPeriod', about: 'aboutTeamOverviewOfPeriod' },
  backlog: { name: 'backlog', about: 'aboutBacklog' },
  epics: { name: 'epics', about: 'aboutEpics' },
  lastTracks: { name: 'lastTracks', about: 'aboutLastTracks' },
};

/** What a report is called, and what it says of itself, in the language in force. */
export function aboutReport(
  { builtIn, name, description }: Pick<ReportSummary, 'builtIn' | 'name' | 'description'>,
  words: ReportWords,
): { readonly name: string; readonly description: string } {
  const known = builtIn === null ? undefined : REPORTS[builtIn];
  return known === undefined
    ? { name, description }
    : { name: words[known.name], description: words[known.about] };
}

/** A widget of a built-in report with its titles in the language in force. */
export function inLanguage(widget: Widget, words: ReportWords): Widget {
  const { title, columns, series } = widget;
  const word = (text: string) => {
    const key = Object.hasOwn(KEYS, text) ? KEYS[text] : undefined;
    return key === undefined ? text : words[key];
  };
  const column = (each: WidgetColumn): WidgetColumn =>
    each.title === undefined ? each : { ...each, title: word(each.title) };
  return {
    ...widget,
    ...(title !== undefined && { title: word(title) }),
    ...(columns && { columns: columns.map(column) }),
    ...(series?.seriesFields && {
      series: {
        ...series,
        seriesFields: series.seriesFields.map((field) =>
          field.title === undefined ? field : { ...field, title: word(field.title) },
        ),
      },
    }),
  };
}
