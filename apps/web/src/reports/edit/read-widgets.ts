import type { Widget, WidgetTimeframe } from '@stint/contract';
import { widgetFault } from '@stint/domain';
import { widgetTypes } from './widget-types.ts';

/** What a pasted text holds: widgets, and for a whole report what it says of itself. */
export interface PastedWidgets {
  readonly widgets: readonly Widget[];
  readonly name: string | null;
  readonly description: string | null;
  readonly timeframeFilter: WidgetTimeframe | null;
}

/** Why a text cannot be taken; the field is that of a widget, such as `2.columns.0.field`, and null where the JSON itself is broken. */
export interface PasteFault {
  readonly field: string | null;
  readonly message: string;
}

export type PasteResult =
  | { readonly ok: true; readonly pasted: PastedWidgets }
  | { readonly ok: false; readonly fault: PasteFault };

const TYPES: readonly string[] = widgetTypes;
/** Under which names reports keep their widgets. */
const LISTS = ['widgets', 'Widgets', 'items'];

/**
 * Reads the JSON of the 7pace widget gallery: one widget, a list of widgets, or a whole report with its `widgets`. Fields that are null
 * count as not there. What is broken is told; the server checks the rest when the report is saved.
 */
export function readWidgets(text: string): PasteResult {
  const json = parsed(text);
  if (!json.ok) return { ok: false, fault: { field: null, message: json.message } };
  const list = listIn(json.value);
  if (list === null) return { ok: false, fault: { field: null, message: 'noWidgets' } };
  const widgets: Widget[] = [];
  for (const [index, each] of list.entries()) {
    const widget = withoutNulls(each) as Widget;
    const found = faultOf(widget);
    if (found) return { ok: false, fault: { field: `${index}.${found.field}`, message: found.message } };
    widgets.push(widget);
  }
  const about = isObject(json.value) && !TYPES.includes(String(json.value['type'])) ? json.value : {};
  return {
    ok: true,
    pasted: {
      widgets,
      name: textIn(about, 'name') ?? textIn(about, 'title'),
      description: textIn(about, 'description'),
      timeframeFilter: timeframeIn(about),
    },
  };
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value.length === 0 ? null : value;
  if (!isObject(value)) return null;
  if (typeof value['type'] === 'string') return [value];
  const name = LISTS.find((each) => Array.isArray(value[each]));
  const list = name === undefined ? null : (value[name] as unknown[]);
  return list === null || list.length === 0 ? null : list;
}

function faultOf(widget: Widget): PasteFault | null {
  if (!isObject(widget)) return { field: '', message: 'notAWidget' };
  if (!TYPES.includes(widget.type)) return { field: 'type', message: 'unknownType' };
  if (typeof widget.endpoint !== 'string' || widget.endpoint === '')
    return { field: 'endpoint', message: 'noEndpoint' };
  return widgetFault(widget);
}

/** Left out where they are null, at every depth of objects; lists keep theirs. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, withoutNulls(each)]),
  );
}

function timeframeIn(about: Readonly<Record<string, unknown>>): WidgetTimeframe | null {
  const frame = about['timeframeFilter'];
  return isObject(frame) && typeof frame['filterType'] === 'string' ? (frame as WidgetTimeframe) : null;
}

function textIn(about: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = about[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
