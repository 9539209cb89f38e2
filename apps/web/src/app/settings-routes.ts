import { type AnyRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readOutcome } from '../settings/calendars/outcome.ts';
import type { AuditSearch } from '../settings/audit-log/audit-search.ts';

/** The sections of the settings, each a page below theirs; its texts are fetched with its code. */
export function settingsRoutes<Parent extends AnyRoute>(settings: Parent) {
  const getParentRoute = () => settings;
  return [
    createRoute({
      getParentRoute,
      path: '/',
      beforeLoad: () => {
        throw redirect({ to: '/settings/preferences' });
      },
    }),
    createRoute({
      getParentRoute,
      path: '/preferences',
      component: lazyRouteComponent(
        () => import('../settings/preferences/preferences-page.tsx'),
        'PreferencesSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/calendars',
      validateSearch: readOutcome,
      component: lazyRouteComponent(
        () => import('../settings/calendars/calendars-page.tsx'),
        'CalendarSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/mail',
      component: lazyRouteComponent(() => import('../settings/mail/mail-page.tsx'), 'MailSettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/reporting-api',
      component: lazyRouteComponent(() => import('../settings/reporting-api.tsx'), 'ReportingApi'),
    }),
    createRoute({
      getParentRoute,
      path: '/connection',
      component: lazyRouteComponent(
        () => import('../settings/connection/connection-page.tsx'),
        'ConnectionSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/automation',
      component: lazyRouteComponent(
        () => import('../settings/automation/automation-page.tsx'),
        'AutomationSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/account',
      component: lazyRouteComponent(() => import('../settings/account.tsx'), 'AccountSettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/rules',
      component: lazyRouteComponent(() => import('../settings/organization/sections.tsx'), 'RulesSettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/formats',
      component: lazyRouteComponent(() => import('../settings/organization/sections.tsx'), 'FormatSettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/approvals',
      component: lazyRouteComponent(
        () => import('../settings/organization/sections.tsx'),
        'ApprovalSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/privacy',
      component: lazyRouteComponent(() => import('../settings/organization/sections.tsx'), 'PrivacySettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/people',
      component: lazyRouteComponent(() => import('../settings/people/people-page.tsx'), 'PeopleSettings'),
    }),
    createRoute({
      getParentRoute,
      path: '/activity-types',
      component: lazyRouteComponent(
        () => import('../settings/activity-types/activity-types-page.tsx'),
        'ActivityTypesSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/audit-log',
      validateSearch: (search: Record<string, unknown>): AuditSearch => search,
      component: lazyRouteComponent(
        () => import('../settings/audit-log/audit-log-page.tsx'),
        'AuditLogSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/webhooks',
      component: lazyRouteComponent(
        () => import('../settings/webhooks/webhooks-page.tsx'),
        'WebhooksSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/operation',
      component: lazyRouteComponent(
        () => import('../settings/operation/operation-page.tsx'),
        'OperationSettings',
      ),
    }),
    createRoute({
      getParentRoute,
      path: '/transfer',
      component: lazyRouteComponent(
        () => import('../settings/transfer/transfer-page.tsx'),
        'TransferSettings',
      ),
    }),
  ] as const;
}
