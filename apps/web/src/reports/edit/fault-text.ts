import { widgetTypes } from './widget-types.ts';
import type { reportsTexts } from '../../texts/reports/texts.ts';
import type { PasteFault } from './read-widgets.ts';

type ReportTexts = Awaited<ReturnType<(typeof reportsTexts)['load']>>;

/** Why a text cannot be taken, in a sentence; what the parser or the rule of a field says stays as it is. */
export function faultText({ field, message }: PasteFault, texts: ReportTexts): string {
  const words: Readonly<Record<string, string>> = {
    noWidgets: texts.faultNoWidgets,
    notAWidget: texts.faultNotAWidget,
    unknownType: texts.faultUnknownType({ types: widgetTypes.join(', ') }),
    noEndpoint: texts.faultNoEndpoint,
  };
  const reason = words[message] ?? message;
  return field === null ? reason : texts.faultAt({ field, reason });
}
