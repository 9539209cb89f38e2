import { type Static, Type } from 'typebox';
import { Guid, NameOf, OrNull } from './common.ts';
import { WidgetTimeframe } from './widgets.ts';

/** Worklogs of one act at most. */
const MOST_WORK_LOGS = 500;

/** What pages know of a layout beyond this is kept as it came. */
const open = { additionalProperties: true } as const;

const Property = Type.String({ minLength: 1, maxLength: 200 });
const Names = Type.Optional(Type.Array(Type.String({ maxLength: 256 }), { maxItems: 200 }));
const Ids = Type.Optional(Type.Array(Guid, { maxItems: 200 }));

/** What Times Explorer shows, and how; properties are those of the reporting set `workLogsWorkItems`. */
export const ExplorerView = Type.Object(
  {
    columns: Type.Array(
      Type.Object(
        { field: Property, width: Type.Optional(Type.Integer({ minimum: 20, maximum: 2_000 })) },
        open,
      ),
      { maxItems: 100 },
    ),
    sort: Type.Array(Type.Object({ field: Property, isDescending: Type.Boolean({ default: false }) }), {
      maxItems: 10,
    }),
    groupBy: Type.Array(Property, { maxItems: 5 }),
    filters: Type.Object(
      {
        timeframe: Type.Optional(WidgetTimeframe),
        userIds: Ids,
        activityTypeIds: Ids,
        budgetIds: Ids,
        projects: Names,
        workItemTypes: Names,
        isBillable: Type.Optional(Type.Boolean()),
        search: Type.Optional(Type.String({ maxLength: 200 })),
      },
      open,
    ),
  },
  open,
);

const layout = {
  name: NameOf(100),
  /** The one that the page opens with; at most one is. */
  isDefault: Type.Boolean(),
  view: ExplorerView,
};

export const ExplorerLayout = Type.Object({ id: Guid, ...layout });

export const ExplorerLayoutContent = Type.Object({
  ...layout,
  isDefault: Type.Optional(layout.isDefault),
});

export const WorkLogIds = Type.Array(Guid, { minItems: 1, maxItems: MOST_WORK_LOGS });

/** What becomes of each of many worklogs; a field left out or null stays. */
export const WorkLogsChange = Type.Object({
  ids: WorkLogIds,
  /** An empty text is [Not Set]. */
  activityTypeId: Type.Optional(Type.Union([Guid, Type.Literal('')])),
  /** true makes the whole length billable, false none of it. */
  isBillable: Type.Optional(Type.Boolean()),
  /** An empty text takes the budget away that is attached to a worklog itself. */
  budgetId: Type.Optional(Type.Union([Guid, Type.Literal('')])),
});

/** What became of an act on many worklogs; the entries that fail are named only where nothing was to be written. */
export const WorkLogsOutcome = Type.Object({
  succeeded: Type.Integer(),
  failed: Type.Integer(),
  failedEntries: Type.Array(
    Type.Object({
      /** null for what is wrong with the act as a whole. */
      id: OrNull(Guid),
      error: Type.Object({ errorCode: Type.String(), message: Type.String() }),
    }),
  ),
});

export type ExplorerLayout = Static<typeof ExplorerLayout>;
export type ExplorerLayoutContent = Static<typeof ExplorerLayoutContent>;
export type ExplorerView = Static<typeof ExplorerView>;
export type WorkLogsChange = Static<typeof WorkLogsChange>;
export type WorkLogsOutcome = Static<typeof WorkLogsOutcome>;
