import type { Client } from '@stint/client';
import { ApiError } from '@stint/client';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { uiTexts } from '@stint/ui';
import { ownSettingsQuery, settingsQuery } from '../api/personal-settings.ts';
import { sessionQuery } from '../api/session.ts';
import { askForWorklogs } from '../day/worklog-queries.ts';
import { type LanguageHolder, loadTexts, textsAhead } from '../language/language-holder.ts';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { appsTexts } from '../texts/apps/texts.ts';
import { budgetsTexts } from '../texts/budgets/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { dayTexts } from '../texts/day/texts.ts';
import { explorerTexts } from '../texts/explorer/texts.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';
import { monthTexts } from '../texts/month/texts.ts';
import { periodsTexts } from '../texts/periods/texts.ts';
import { reportWordsTexts } from '../texts/report-words/texts.ts';
import { reportsTexts } from '../texts/reports/texts.ts';
import { settingsTexts } from '../texts/settings/texts.ts';
import { shellTexts } from '../texts/shell/texts.ts';
import { signInTexts } from '../texts/sign-in/texts.ts';
import { timesheetTexts } from '../texts/timesheet/texts.ts';
import { readIterationsSearch } from '../iterations/read-search.ts';
import { weeklyTexts } from '../texts/weekly/texts.ts';
import { readSheetSearch } from '../timesheet/sheet-search.ts';
import { readWeekSearch } from '../weekly/week-search.ts';
import { readReportSearch } from '../reports/page/frame.ts';
import { Shell } from '../shell/shell.tsx';
import { askForTrack } from '../track/track-query.ts';
import { NotFound, PageFault } from './faults.tsx';
import { settingsRoutes } from './settings-routes.ts';

interface RouterContext {
  readonly client: Client;
  readonly queryClient: QueryClient;
  readonly language: LanguageHolder;
}

const root = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: PageFault,
  loader: loadTexts(commonTexts),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { back?: string } =>
    typeof search['back'] === 'string' ? { back: search['back'] } : {},
  loader: loadTexts(signInTexts),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

/** The day that a page of time shows, as `?day=2026-11-18`; the page reads it, so that a wrong one is as none. */
function readDay(search: Record<string, unknown>): { day?: string } {
  return typeof search['day'] === 'string' ? { day: search['day'] } : {};
}

/** Everything behind the sign-in: without a session one is sent there, and back to where one was. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  loader: loadTexts(commonTexts, shellTexts, uiTexts),
  beforeLoad: async ({ context, location }) => {
    const { client, queryClient } = context;
    const settings = Promise.allSettled([
      queryClient.ensureQueryData(ownSettingsQuery(client)),
      queryClient.ensureQueryData(settingsQuery(client)),
    ]);
    try {
      await queryClient.ensureQueryData(sessionQuery(client));
      askForTrack(client, queryClient);
      await settings;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      throw redirect({ to: '/sign-in', search: location.pathname === '/' ? {} : { back: location.href } });
    }
  },
});

const day = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: readDay,
  beforeLoad: ({ context, search }) => {
    if (search.day === undefined) askForWorklogs(context.client, context.queryClient);
  },
  loader: loadTexts(dayTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../day/day-page.tsx'), 'DayPage'),
});

const week = createRoute({
  getParentRoute: () => signedIn,
  path: '/week',
  validateSearch: readWeekSearch,
  loader: loadTexts(weeklyTexts, monthTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../weekly/weekly-page.tsx'), 'WeeklyPage'),
});

const month = createRoute({
  getParentRoute: () => signedIn,
  path: '/month',
  validateSearch: readDay,
  loader: loadTexts(monthTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../month/month-page.tsx'), 'MonthPage'),
});

const timesheet = createRoute({
  getParentRoute: () => signedIn,
  path: '/timesheet',
  validateSearch: readSheetSearch,
  loader: loadTexts(timesheetTexts, monthTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../timesheet/timesheet-page.tsx'), 'TimesheetPage'),
});

const approvalsStart = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals',
  component: lazyRouteComponent(() => import('../approvals/approvals-start.tsx'), 'ApprovalsStart'),
});

/** A list of weeks; the one whose details are open stands in the address as its person and first day. */
const approvals = createRoute({
  getParentRoute: () => signedIn,
  path: '/approvals/$list',
  validateSearch: ({ person, week }: Record<string, unknown>): { person?: string; week?: string } =>
    typeof person === 'string' && typeof week === 'string' ? { person, week } : {},
  loader: loadTexts(approvalsTexts, periodsTexts, monthTexts, dayTexts),
  component: lazyRouteComponent(() => import('../approvals/approvals-page.tsx'), 'ApprovalsPage'),
});

const budgets = createRoute({
  getParentRoute: () => signedIn,
  path: '/budgets',
  validateSearch: ({ state }: Record<string, unknown>): { state?: 'closed' | 'all' } =>
    state === 'closed' || state === 'all' ? { state } : {},
  loader: loadTexts(budgetsTexts),
  component: lazyRouteComponent(() => import('../budgets/budgets-page.tsx'), 'BudgetsPage'),
});

const budget = createRoute({
  getParentRoute: () => signedIn,
  path: '/budgets/$id',
  loader: loadTexts(budgetsTexts),
  component: lazyRouteComponent(() => import('../budgets/budget-page.tsx'), 'BudgetPage'),
});

const iterations = createRoute({
  getParentRoute: () => signedIn,
  path: '/iterations',
  validateSearch: readIterationsSearch,
  loader: loadTexts(iterationsTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../iterations/iterations-page.tsx'), 'IterationsPage'),
});

const explorer = createRoute({
  getParentRoute: () => signedIn,
  path: '/explorer',
  validateSearch: (search: Record<string, unknown>): { layout?: string; view?: unknown } => ({
    ...(typeof search['layout'] === 'string' && { layout: search['layout'] }),
    ...(typeof search['view'] === 'object' && search['view'] !== null && { view: search['view'] }),
  }),
  loader: loadTexts(explorerTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../explorer/explorer-page.tsx'), 'ExplorerPage'),
});

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  loader: loadTexts(reportsTexts, reportWordsTexts),
  component: lazyRouteComponent(() => import('../reports/list/reports-page.tsx'), 'ReportsPage'),
});

const report = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/$id',
  validateSearch: readReportSearch,
  loader: loadTexts(reportsTexts, reportWordsTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../reports/page/report-page.tsx'), 'ReportPage'),
});

const sharedReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports/shared/$shareId',
  validateSearch: readReportSearch,
  loader: loadTexts(reportsTexts, reportWordsTexts, periodsTexts),
  component: lazyRouteComponent(() => import('../reports/page/report-page.tsx'), 'SharedReportPage'),
});

const apps = createRoute({
  getParentRoute: () => signedIn,
  path: '/apps',
  loader: loadTexts(appsTexts),
  component: lazyRouteComponent(() => import('../apps/apps-page.tsx'), 'AppsPage'),
});

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  loader: loadTexts(settingsTexts),
  component: lazyRouteComponent(() => import('../settings/settings-page.tsx'), 'SettingsPage'),
});

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([
    day,
    week,
    month,
    timesheet,
    approvalsStart,
    approvals,
    budgets,
    budget,
    iterations,
    explorer,
    reports,
    report,
    sharedReport,
    apps,
    settings.addChildren(settingsRoutes(settings)),
  ]),
]);

/** Begins to fetch code and texts of the page that the address names; whether it may be shown is asked for at the same time. */
export function fetchPageAhead(router: PageRouter): void {
  for (const { routeId } of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[routeId as keyof PageRouter['routesById']];
    const parts = [
      Promise.resolve(router.loadRouteChunk(route)),
      textsAhead(route.options.loader, router.options.context.language),
    ];
    // What does not come now is asked for again when the page is shown.
    void Promise.allSettled(parts);
  }
}

type PageRouter = ReturnType<typeof createPageRouter>;

/** Makes the router of all pages. */
export function createPageRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultErrorComponent: PageFault,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: PageRouter;
  }
}
