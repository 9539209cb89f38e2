import { TIMEFRAMES } from '@stint/domain';
import type { reportsTexts } from '../../texts/reports/texts.ts';

type ReportTexts = Awaited<ReturnType<(typeof reportsTexts)['load']>>;

/** What a time frame is called; one that nobody knows means all time. */
export function frameName(filterType: string, texts: ReportTexts): string {
  const wanted = filterType.toLowerCase();
  if (wanted === 'custom') return texts.frameCustom;
  const name = TIMEFRAMES.find((each) => each.toLowerCase() === wanted);
  return name === undefined ? texts.frameAll : texts[`frame${name}`];
}
