import { type Static, type TSchema, Type } from 'typebox';

/**
 * Widgets in the JSON of the 7pace widget gallery (product.md, Reporting page): what is known is checked, what is not is
 * kept as it came.
 */
const open = { additionalProperties: true } as const;

const Text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));
const Flag = Type.Optional(Type.Boolean());
const Field = Type.String({ minLength: 1, maxLength: 200 });

const OneOf = <const Names extends readonly string[]>(names: Names) =>
  Type.Unsafe<Names[number]>({ type: 'string', enum: [...names] });

/** Names in any letter case of query options and paths below an entity set; what they ask is checked when it is asked. */
const Query = Text(8_000);
const Endpoint = Type.String({
  minLength: 1,
  maxLength: 100,
  pattern: '^/?[A-Za-z][A-Za-z0-9]*/?$',
  title: 'The name of an entity set such as workLogsOnly',
});

export const widgetTypes = [
  'FlatTable',
  'HierarchyTable',
  'Pie',
  'Columns',
  'Number',
  'Line',
  'StackedBar',
] as const;

/** How a value is written; an empty text is no formatter. */
export const formatters = [
  '',
  'TimeLength',
  'NullToComment',
  'Number',
  'String',
  'WorkItemId',
  'WorkItemType',
  'WorkItemIndicator',
  'WorkItemIdWithIndicator',
  'LocaleSettingsDateTime',
  'CustomDateTime',
  'DateTimeAgo',
  'MathExpression',
] as const;

const hierarchyTypes = ['workLogs', 'workItems', 'rootExpandable', 'byHasChildrenField'] as const;

/** A whole number of cells, or of pixels where negative ones share the room that is left. */
const Cells = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 }));

export const WidgetColumn = Type.Object(
  {
    /** A property such as `User.Name`, or those that the formatter takes. */
    field: Type.Optional(Type.Union([Field, Type.Array(Field, { maxItems: 20 })])),
    title: Text(200),
    formatter: Type.Optional(OneOf(formatters)),
    /** A pattern, or for MathExpression `{expression, resultFormat}`. */
    format: Type.Optional(Type.Unknown()),
    width: Type.Optional(Type.Integer({ minimum: -10_000, maximum: 10_000 })),
    expand: Flag,
    /** What stands in the column on the rows below. */
    child: Type.Optional(Type.Object({ field: Type.Optional(Field) }, open)),
  },
  open,
);

const Axis = Type.Object(
  {
    type: Type.Optional(OneOf(['date', 'value', 'category', 'duration'])),
    title: Text(200),
    granularity: Text(20),
    rotation: Type.Optional(Type.Number()),
    minValue: Type.Optional(Type.Number()),
  },
  open,
);

const SeriesField = Type.Object(
  { field: Type.Optional(Field), title: Text(200), stacked: Flag, axis: Text(100) },
  open,
);

const Series = Type.Object(
  {
    fieldX: Type.Optional(Field),
    fieldY: Type.Optional(Field),
    seriesFields: Type.Optional(Type.Array(SeriesField, { maxItems: 50 })),
  },
  open,
);

/** Which time: a name such as `Month`, or `Custom` with days. */
export const WidgetTimeframe = Type.Object(
  { filterType: Type.String({ minLength: 1, maxLength: 40 }), from: Text(40), to: Text(40) },
  open,
);

const DataAdapter = Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }, open);

/** One widget of a report. */
export const Widget = Type.Object(
  {
    type: OneOf(widgetTypes),
    id: Text(100),
    title: Text(300),
    subTitle: Text(300),
    endpoint: Endpoint,
    query: Query,
    odataVersion: Type.Optional(
      Type.String({ pattern: '^[vV]?3\\.[0-3](-[A-Za-z]+)?$', title: 'A version such as v3.2' }),
    ),
    w: Cells,
    h: Cells,
    x: Cells,
    y: Cells,
    timeframeFilter: Type.Optional(WidgetTimeframe),
    autoSubtitle: Flag,
    columns: Type.Optional(Type.Array(WidgetColumn, { maxItems: 100 })),
    hierarchyField: Type.Optional(Field),
    hierarchyType: Type.Optional(OneOf(hierarchyTypes)),
    childrenEndpoint: Type.Optional(Endpoint),
    childrenQuery: Query,
    fieldName: Type.Optional(Field),
    showCount: Flag,
    formatter: Type.Optional(OneOf(formatters)),
    categoryField: Type.Optional(Field),
    valueField: Type.Optional(Field),
    valueFormat: Text(100),
    colorField: Type.Optional(Field),
    /** Looks that are the page's affair: legend, radius, colours. */
    chartSettings: Type.Optional(Type.Object({}, open)),
    xAxis: Type.Optional(Axis),
    yAxis: Type.Optional(Axis),
    yAxes: Type.Optional(Type.Array(Axis, { maxItems: 10 })),
    series: Type.Optional(Series),
    dataAdapters: Type.Optional(Type.Array(DataAdapter, { maxItems: 20 })),
  } satisfies Record<string, TSchema>,
  open,
);

export type Widget = Static<typeof Widget>;
export type WidgetColumn = Static<typeof WidgetColumn>;
export type WidgetTimeframe = Static<typeof WidgetTimeframe>;
