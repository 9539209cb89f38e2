import type { NewReport, ReportChange, Widget } from '@stint/contract';
import { widgetFault } from '@stint/domain';
import { refusedValue } from '../../refusal.ts';
import type { ReportColumns } from './store.ts';

/** Characters of a report's widgets as JSON at most. */
const MOST_CHARACTERS = 400_000;

/** What a new report holds. DbValidationError names the widget and the field that are wrong. */
export function newColumns(wish: NewReport): ReportColumns {
  const empty = { timeframeFilter: null, scope: 'All', project: null, widgets: [] } as const;
  return changedColumns(
    {
      name: wish.name,
      description: '',
      visibility: 'private',
      content: { ...empty, widgets: [...empty.widgets] },
    },
    wish,
  );
}

/** What a report holds after a change. DbValidationError names the widget and the field that are wrong. */
export function changedColumns(before: ReportColumns, wish: ReportChange): ReportColumns {
  const { content } = before;
  const project = wish.project?.trim() ?? content.project;
  const after = {
    timeframeFilter: wish.timeframeFilter ?? content.timeframeFilter,
    scope: wish.scope ?? content.scope,
    project: project === '' ? null : project,
    widgets: wish.widgets ?? content.widgets,
  };
  if (after.scope === 'Project' && after.project === null)
    throw refusedValue('project', 'the scope Project needs one.');
  if (wish.widgets) checkWidgets(wish.widgets);
  return {
    name: wish.name?.trim() ?? before.name,
    description: wish.description ?? before.description,
    visibility: wish.visibility ?? before.visibility,
    content: after,
  };
}

function checkWidgets(widgets: readonly Widget[]): void {
  for (const [index, widget] of widgets.entries()) {
    const fault = widgetFault(widget);
    if (!fault) continue;
    const title = widget.title === undefined ? '' : ` (“${widget.title}”)`;
    throw refusedValue(`widgets.${index}.${fault.field}`, `${fault.message}${title}.`);
  }
  const { length } = JSON.stringify(widgets);
  if (length > MOST_CHARACTERS)
    throw refusedValue('widgets', `have ${length} characters; at most ${MOST_CHARACTERS} go into a report.`);
}
