import type { DesktopView, OrganizationLine } from '../core/app/view.ts';
import type { DesktopTexts } from '../ui/texts/texts.ts';

/** Something to tell a person who may look elsewhere. */
export interface Alert {
  /** `other`: an organization that is not shown asks something. */
  readonly kind: 'check' | 'question' | 'reminder' | 'other';
  readonly title: string;
  readonly body: string;
  /** The text of its button; null for none. */
  readonly button: string | null;
}

/** What is new in a view that a person should be told, and what is over since the last. */
export function alertsOf(
  before: DesktopView | null,
  after: DesktopView,
  texts: DesktopTexts,
): { readonly begun: Alert[]; readonly ended: Alert['kind'][] } {
  const { active, now } = after;
  const known = before?.active?.id === active?.id ? before?.active : null;
  const begun: Alert[] = [];
  const ended: Alert['kind'][] = [];
  if (active?.activityCheck && !known?.activityCheck) {
    const { subject } = active.run ?? { subject: null };
    const name = subject
      ? [subject.workItemId, subject.workItem?.title ?? subject.comment].filter(Boolean).join(' ')
      : '';
    const count = Math.max(0, Math.ceil((active.activityCheck.answerBy - now) / 1000));
    const body = texts.checkLeft({ count });
    begun.push({
      kind: 'check',
      title: texts.checkText({ name: name || texts.withoutName }),
      body,
      button: texts.checkYes,
    });
  }
  if (!active?.activityCheck && known?.activityCheck) ended.push('check');
  if (active?.question && !known?.question)
    begun.push({ kind: 'question', title: texts.idleTitle, body: texts.idleIgnored, button: null });
  if (!active?.question && known?.question) ended.push('question');
  if (active?.isReminder && !known?.isReminder)
    begun.push({ kind: 'reminder', title: 'Stint', body: texts.reminder, button: null });
  if (!active?.isReminder && known?.isReminder) ended.push('reminder');
  const [asking, asked] = [othersAsking(after), othersAsking(before)];
  const next = asking.find(({ id, asks }) => !asked.some((each) => each.id === id && each.asks === asks));
  if (next) begun.push(alertOfOther(next, texts));
  if (asking.length === 0 && asked.length > 0) ended.push('other');
  return { begun, ended };
}

function othersAsking(view: DesktopView | null): readonly OrganizationLine[] {
  return view?.organizations.filter(({ isActive, asks }) => !isActive && asks !== null) ?? [];
}

function alertOfOther({ name, asks }: OrganizationLine, texts: DesktopTexts): Alert {
  return asks === 'activity'
    ? { kind: 'other', title: texts.asksActivity({ name }), body: '', button: texts.checkYes }
    : { kind: 'other', title: texts.asksAbsence({ name }), body: texts.idleIgnored, button: null };
}
