import type { Widget } from '@stint/contract';

/** Fields to change; undefined takes one out. */
export type WidgetPatch = { readonly [Name in keyof Widget]?: Widget[Name] | undefined };

/** A widget with some fields changed; those that are undefined are taken out, and what nobody knows stays. */
export function patched(widget: Widget, patch: WidgetPatch): Widget {
  return withoutUndefined({ ...widget, ...patch });
}

/** An object without the fields that are undefined. */
export function withoutUndefined<Kind>(
  value: { readonly [Name in keyof Kind]: Kind[Name] | undefined },
): Kind {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Kind;
}

/** Fields that are written with commas: `Title, Type`; a single one is a text, none is nothing. */
export function readFields(text: string): string | string[] | undefined {
  const fields = text
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '');
  return fields.length > 1 ? fields : fields[0];
}

/** Whether an adapter is among those of a widget. */
export function hasAdapter({ dataAdapters = [] }: Widget, name: string): boolean {
  return dataAdapters.some((adapter) => adapter.name === name);
}

/** A widget with an adapter or without it; others stay in their order. */
export function withAdapter(widget: Widget, name: string, isWanted: boolean): Widget {
  const others = (widget.dataAdapters ?? []).filter((adapter) => adapter.name !== name);
  const dataAdapters = isWanted ? [...others, { name }] : others;
  return patched(widget, { dataAdapters: dataAdapters.length === 0 ? undefined : dataAdapters });
}
