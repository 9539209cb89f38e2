import type { DayRange } from './timeframes.ts';

/** What of a widget its data depends on. */
export interface QueryingWidget {
  readonly endpoint: string;
  /** Query options as people write them, `$filter=…&$orderby=…`, percent-encoded or not. */
  readonly query?: string | undefined;
  /** Below which address the rows under a row are, with `{hierarchyField}` and `{query}` to be filled in. */
  readonly childrenEndpoint?: string | undefined;
  readonly childrenQuery?: string | undefined;
}

/** What a report page limits all its widgets to. */
export interface ReportFilters {
  /** null is all time. */
  readonly days: DayRange | null;
  readonly scope: 'Me' | 'Project' | 'All';
  /** For the scope `Project`. */
  readonly project: string | null;
}

type Option = readonly [name: string, value: string];

/**
 * The address of a widget's data below `/api/odata/v3.2/`, percent-encoded. The page's filters are joined with the query's
 * own: its time by `worklogsFilter`, its person by `prefilter`, its project by `workItemsFilter` (reporting.md, Options).
 */
export function widgetAddress(widget: QueryingWidget, filters: ReportFilters): string {
  const endpoint = endpointOf(widget.endpoint);
  return addressOf(endpoint, filtered(endpoint, optionsOf(widget.query ?? ''), filters));
}

/** The address of the rows below one row; null for widgets without any. @param key the row's value of `hierarchyField` */
export function childrenAddress(
  widget: QueryingWidget,
  key: string | number,
  filters: ReportFilters,
): string | null {
  if (widget.childrenQuery === undefined) return null;
  const filled = widget.childrenQuery
    .replaceAll('{hierarchyField}', () => encodeURIComponent(String(key)))
    .replaceAll('{query}', () => widget.query?.trim() ?? '');
  const cut = filled.indexOf('?');
  const path = cut < 0 ? filled : filled.slice(0, cut);
  const options = cut < 0 ? [] : optionsOf(filled.slice(cut + 1));
  const endpoint = everyLevel(endpointOf(widget.childrenEndpoint ?? widget.endpoint));
  return addressOf(endpoint + path.trim(), filtered(endpoint, options, filters));
}

/** `workItemsHierarchy` knows roots only (reporting.md, Sets), and rows below them are none; the other set answers the same for roots. */
function everyLevel(endpoint: string): string {
  return endpoint.toLowerCase() === 'workitemshierarchy' ? 'workItemsHierarchyAllLevels' : endpoint;
}

/** Splits query options at `&`; one within a text in quotes is part of it. */
function optionsOf(query: string): Option[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (const sign of query) {
    if (sign === "'") isQuoted = !isQuoted;
    if (sign === '&' && !isQuoted) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  parts.push(part);
  return parts.flatMap((each): Option[] => {
    const text = each.trim();
    if (text === '') return [];
    const cut = text.indexOf('=');
    if (cut < 0) return [[text, '']];
    return [[text.slice(0, cut).trim(), decoded(text.slice(cut + 1).trim())]];
  });
}

/** A `%` that begins no code stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Budgets are told as a whole, whatever the page is limited to (widget gallery, Budgets). */
function filtered(endpoint: string, options: Option[], { days, scope, project }: ReportFilters): Option[] {
  if (endpoint.toLowerCase() === 'budgets') return options;
  let result = options;
  if (days) {
    const { from, to } = days;
    // Both as wall time, as reports compare (reporting.md, Two date traps).
    result = joined(
      result,
      'worklogsFilter',
      `Timestamp ge ${from}T00:00:00Z and Timestamp le ${to}T23:59:59.999Z`,
    );
  }
  if (scope === 'Project' && project !== null)
    result = joined(result, 'workItemsFilter', `System_TeamProject eq '${project.replaceAll("'", "''")}'`);
  return scope === 'Me'
    ? [...result.filter(([name]) => !isNamed(name, 'prefilter')), ['prefilter', 'Me']]
    : result;
}

/** The options with one more condition in a filter, which is added where it is missing. */
function joined(options: Option[], name: string, condition: string): Option[] {
  const own = options.find(([each]) => isNamed(each, name));
  if (!own) return [...options, [name, condition]];
  return options.map((each) => (each === own ? [each[0], `(${each[1]}) and (${condition})`] : each));
}

function isNamed(name: string, wanted: string): boolean {
  return name.replace('$', '').toLowerCase() === wanted.toLowerCase();
}

function endpointOf(endpoint: string): string {
  return endpoint.trim().replaceAll(/^\/+|\/+$/g, '');
}

function addressOf(path: string, options: Option[]): string {
  const query = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? path : `${path}?${query}`;
}
