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
import { DayPage } from '../day/day-page.tsx';
import { type LanguageHolder, loadTexts } from '../language/language-holder.ts';
import { appsTexts } from '../texts/apps/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { dayTexts } from '../texts/day/texts.ts';
import { settingsTexts } from '../texts/settings/texts.ts';
import { shellTexts } from '../texts/shell/texts.ts';
import { signInTexts } from '../texts/sign-in/texts.ts';
import { Shell } from '../shell/shell.tsx';
import { NotFound, PageFault } from './faults.tsx';

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
  component: DayPage,
  loader: loadTexts(dayTexts),
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

const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/reporting-api' });
  },
});

const reportingApi = createRoute({
  getParentRoute: () => settings,
  path: '/reporting-api',
  component: lazyRouteComponent(() => import('../settings/reporting-api.tsx'), 'ReportingApi'),
});

const connection = createRoute({
  getParentRoute: () => settings,
  path: '/connection',
  component: lazyRouteComponent(() => import('../settings/connection.tsx'), 'ConnectionSettings'),
});

const account = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(() => import('../settings/account.tsx'), 'AccountSettings'),
});

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([day, apps, settings.addChildren([settingsStart, reportingApi, connection, account])]),
]);

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
    router: ReturnType<typeof createPageRouter>;
  }
}
