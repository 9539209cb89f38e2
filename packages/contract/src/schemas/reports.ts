import { type Static, Type } from 'typebox';
import { FreeText, Guid, Name, OrNull } from './common.ts';
import { Widget, WidgetTimeframe } from './widgets.ts';

/** Widgets of one report at most. */
const MOST_WIDGETS = 60;

export const ReportVisibility = Type.Union([Type.Literal('private'), Type.Literal('organization')]);

/** Whose time the page shows at first; `Project` goes with a project. */
export const ReportScope = Type.Union([Type.Literal('Me'), Type.Literal('Project'), Type.Literal('All')]);

const content = {
  description: FreeText(2_000),
  visibility: ReportVisibility,
  /** What the page is limited to when it is opened. */
  timeframeFilter: WidgetTimeframe,
  scope: ReportScope,
  project: FreeText(256),
  widgets: Type.Array(Widget, { maxItems: MOST_WIDGETS }),
};

const about = {
  id: Guid,
  name: Type.String(),
  description: Type.String(),
  /** Which of the built-in reports it is, to be named in the reader's language; null for all others. */
  builtIn: OrNull(Type.String()),
  /** null for built-in reports, and where the owner was erased. */
  ownerId: OrNull(Guid),
  ownerName: OrNull(Type.String()),
  visibility: ReportVisibility,
  /** What a link to the report ends with; null when there is none, or when the caller may not change the report. */
  shareId: OrNull(Guid),
  isCanEdit: Type.Boolean(),
  /** RFC 3339, UTC; null for built-in reports. */
  changed: OrNull(Type.String()),
};

/** A report without its widgets. */
export const ReportSummary = Type.Object(about);

export const Report = Type.Object({
  ...about,
  timeframeFilter: OrNull(WidgetTimeframe),
  scope: ReportScope,
  project: OrNull(Type.String()),
  widgets: Type.Array(Widget),
});

export const NewReport = Type.Object({ name: Name, ...Type.Partial(Type.Object(content)).properties });

/** A change: a field left out or null keeps its value; an empty project clears it. */
export const ReportChange = Type.Partial(Type.Object({ name: Name, ...content }));

export const ReportCopy = Type.Object({ name: Type.Optional(Name) });

export type Report = Static<typeof Report>;
export type ReportSummary = Static<typeof ReportSummary>;
export type NewReport = Static<typeof NewReport>;
export type ReportChange = Static<typeof ReportChange>;
