import { type Action, may, type Role } from '@stint/domain';

/** The parts of the navigation, in order. */
export const PAGE_GROUPS = ['time', 'team', 'setUp'] as const;
type PageGroup = (typeof PAGE_GROUPS)[number];

/** A page that the navigation leads to. Its key is that of its name among the shell’s texts. */
export interface ListedPage {
  readonly key:
    | 'day'
    | 'week'
    | 'month'
    | 'timesheet'
    | 'explorer'
    | 'approvals'
    | 'budgets'
    | 'iterations'
    | 'reports'
    | 'apps'
    | 'settings';
  readonly path: string;
  readonly group: PageGroup;
  /** The key that leads there after `g`. */
  readonly letter: string;
  /** What one must be allowed to do; null for everybody. */
  readonly needs: Action | null;
}

/** Every page of the product in the order of the navigation. Those whose route is not there yet are not shown. */
export const PAGES: readonly ListedPage[] = [
  { key: 'day', path: '/', group: 'time', letter: 'd', needs: 'trackOwnTime' },
  { key: 'week', path: '/week', group: 'time', letter: 'w', needs: 'trackOwnTime' },
  { key: 'month', path: '/month', group: 'time', letter: 'm', needs: 'trackOwnTime' },
  { key: 'timesheet', path: '/timesheet', group: 'time', letter: 't', needs: 'trackOwnTime' },
  { key: 'explorer', path: '/explorer', group: 'time', letter: 'e', needs: 'trackOwnTime' },
  { key: 'approvals', path: '/approvals', group: 'team', letter: 'a', needs: 'trackOwnTime' },
  { key: 'budgets', path: '/budgets', group: 'team', letter: 'b', needs: 'manageBudgets' },
  { key: 'iterations', path: '/iterations', group: 'team', letter: 'i', needs: 'trackOwnTime' },
  { key: 'reports', path: '/reports', group: 'team', letter: 'r', needs: 'trackOwnTime' },
  { key: 'apps', path: '/apps', group: 'setUp', letter: 'p', needs: null },
  { key: 'settings', path: '/settings', group: 'setUp', letter: 's', needs: null },
];

/** The page that an address belongs to, with all that lies below it. */
export function listedPageAt(address: string): ListedPage | undefined {
  return PAGES.find(({ path }) => address === path || (path !== '/' && address.startsWith(`${path}/`)));
}

/** What decides which pages somebody sees. */
export interface PageRights {
  readonly role: Role;
  readonly approvalsEnabled: boolean;
  /** Whether a page is built at this path. */
  readonly isThere: (path: string) => boolean;
}

/** The pages that somebody sees. */
export function pagesFor({ role, approvalsEnabled, isThere }: PageRights): ListedPage[] {
  return PAGES.filter(
    ({ key, path, needs }) =>
      isThere(path) && (needs === null || may(role, needs)) && (approvalsEnabled || key !== 'approvals'),
  );
}
