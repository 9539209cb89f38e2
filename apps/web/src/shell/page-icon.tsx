import { AppsList20Regular } from '@fluentui/react-icons/svg/apps-list';
import { CalendarDay20Regular } from '@fluentui/react-icons/svg/calendar-day';
import { CalendarMonth20Regular } from '@fluentui/react-icons/svg/calendar-month';
import { CalendarWeekNumbers20Regular } from '@fluentui/react-icons/svg/calendar-week-numbers';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { Table20Regular } from '@fluentui/react-icons/svg/table';
import type { ListedPage } from './page-list.ts';

const ICONS = {
  day: CalendarDay20Regular,
  week: CalendarWeekNumbers20Regular,
  month: CalendarMonth20Regular,
  timesheet: Table20Regular,
  apps: AppsList20Regular,
  settings: Settings20Regular,
} as const;

/** The icon of a page that can stand at the foot of a phone; a table for all that has none of its own. */
export function PageIcon({ page }: { readonly page: ListedPage['key'] }) {
  const Icon = page in ICONS ? ICONS[page as keyof typeof ICONS] : Table20Regular;
  return <Icon />;
}
