import type { Widget } from '@stint/contract';

/** What the part of the form needs that changes what only one type of widgets has. */
export interface TypeFormProps {
  readonly widget: Widget;
  readonly onChange: (widget: Widget) => void;
}
