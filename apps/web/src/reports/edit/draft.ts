import type { Report, ReportChange, Widget } from '@stint/contract';
import type { Place } from '../grid/layout.ts';

/** A report while it is being changed. */
export interface ReportDraft {
  /** The `ETag` of the report that it began with, so that a change of somebody else is noticed however late one saves. */
  readonly basedOn: string;
  readonly name: string;
  readonly description: string;
  readonly visibility: Report['visibility'];
  readonly scope: Report['scope'];
  readonly project: string | null;
  readonly timeframeFilter: Report['timeframeFilter'];
  readonly widgets: readonly Widget[];
}

export function draftOf(report: Report, etag: string): ReportDraft {
  const { name, description, visibility, scope, project, timeframeFilter, widgets } = report;
  return { basedOn: etag, name, description, visibility, scope, project, timeframeFilter, widgets };
}

/** Whether something kept in the browser is such a draft. */
export function isDraft(found: unknown): found is ReportDraft {
  if (typeof found !== 'object' || found === null) return false;
  const { basedOn, name, description, widgets } = found as Partial<ReportDraft>;
  const isText = typeof name === 'string' && typeof basedOn === 'string';
  return isText && typeof description === 'string' && Array.isArray(widgets);
}

/** What is sent to save a draft. All time is sent by its name, as null keeps what was. */
export function changeOf({ basedOn: _basedOn, ...draft }: ReportDraft): ReportChange {
  return {
    ...draft,
    project: draft.project ?? '',
    timeframeFilter: draft.timeframeFilter ?? { filterType: 'All' },
    widgets: [...draft.widgets],
  };
}

export function withPlaces(draft: ReportDraft, places: readonly Place[]): ReportDraft {
  return { ...draft, widgets: draft.widgets.map((widget, index) => ({ ...widget, ...places[index] })) };
}

/** The draft with a widget in a place of the list; below all others where the index is past its end. */
export function withWidget(draft: ReportDraft, index: number, widget: Widget): ReportDraft {
  return index < draft.widgets.length
    ? { ...draft, widgets: draft.widgets.map((each, at) => (at === index ? widget : each)) }
    : withMore(draft, [widget]);
}

/** The draft with more widgets below those that are there; among themselves they stand as they did. */
export function withMore(draft: ReportDraft, widgets: readonly Widget[]): ReportDraft {
  const below = Math.max(0, ...draft.widgets.map(({ y = 0, h = 1 }) => y + h));
  const top = Math.min(...widgets.map(({ y = 0 }) => y));
  const moved = widgets.map((widget) => ({ ...widget, y: (widget.y ?? 0) - top + below }));
  return { ...draft, widgets: [...draft.widgets, ...moved] };
}

export function withoutWidget(draft: ReportDraft, index: number): ReportDraft {
  return { ...draft, widgets: draft.widgets.filter((_, at) => at !== index) };
}

/** Which widget a refusal of the server speaks of (`widgets.2.columns.0.field …`); null for none. */
export function refusedWidget(message: string): number | null {
  const found = /\bwidgets[./](\d+)/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}
