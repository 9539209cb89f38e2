import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import type { Widget } from '@stint/contract';
import { type ReportFilters, widgetAddress } from '@stint/domain';
import { colours, Menu, MenuGroup, MenuItem, MenuRule, useTexts } from '@stint/ui';
import type { RefObject } from 'react';
import { odataAddress } from '../../api/odata.ts';
import { copyText } from '../../components/clipboard.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { reportsTexts } from '../../texts/reports/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { saveFile } from '../export/save-file.ts';
import { savePicture } from '../export/save-picture.ts';

interface WidgetMenuProps {
  readonly widget: Widget;
  readonly title: string;
  readonly filters: ReportFilters;
  /** The element that holds the widget’s chart. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly isPivot: boolean;
  readonly onPivot: () => void;
}

/** What can be done with a widget that one looks at: files, a picture, a pivot, its JSON. */
export function WidgetMenu({ widget, title, filters, frame, isPivot, onPivot }: WidgetMenuProps) {
  const texts = useTexts(reportsTexts);
  const common = useTexts(commonTexts);
  const toast = useToast();
  const isChart = !['FlatTable', 'HierarchyTable', 'Number'].includes(widget.type);
  const save = async (format: 'csv' | 'xlsx') => {
    const address = widgetAddress(widget, filters);
    const separator = address.includes('?') ? '&' : '?';
    const fault = await saveFile(
      `${odataAddress(address)}${separator}$format=${format}`,
      `${title}.${format}`,
    );
    if (fault !== null) toast({ text: texts.notExported({ reason: fault }) });
  };
  const picture = async () => {
    const chart = frame.current?.querySelector<SVGSVGElement>('svg[data-chart]');
    const isSaved = chart ? await savePicture(chart, { title, frame: frame.current, colours }) : false;
    if (!isSaved) toast({ text: texts.noPicture });
  };
  const copy = async () => {
    const isCopied = await copyText(JSON.stringify(widget, null, 2));
    toast({ text: isCopied ? common.copied({ name: texts.json }) : common.copyingFailed });
  };
  return (
    <Menu
      trigger={(props) => (
        <Button
          {...props}
          appearance="subtle"
          aria-label={texts.moreOf({ name: title })}
          icon={<MoreHorizontal20Regular />}
          size="small"
          title={texts.more}
        />
      )}
    >
      <MenuGroup title={texts.export}>
        <MenuItem onSelect={() => void save('csv')}>{texts.asCsv}</MenuItem>
        <MenuItem onSelect={() => void save('xlsx')}>{texts.asXlsx}</MenuItem>
        {isChart && <MenuItem onSelect={() => void picture()}>{texts.asPng}</MenuItem>}
      </MenuGroup>
      <MenuRule />
      {widget.type !== 'Number' && widget.type !== 'HierarchyTable' && (
        <MenuItem onSelect={onPivot}>{isPivot ? texts.endPivot : texts.pivot}</MenuItem>
      )}
      <MenuItem onSelect={() => void copy()}>{texts.copyJson}</MenuItem>
    </Menu>
  );
}
