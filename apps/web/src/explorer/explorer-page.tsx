import { Button } from '@fluentui/react-components';
import { ClipboardPaste16Regular } from '@fluentui/react-icons/svg/clipboard-paste';
import { may } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../api/session.ts';
import { KeyHints } from '../components/key-hints.tsx';
import { Loaded } from '../components/loaded.tsx';
import { Page } from '../components/page.tsx';
import { SkeletonRows } from '../components/skeleton.tsx';
import { isTyping } from '../shell/keys/read-key.ts';
import { explorerTexts } from '../texts/explorer/texts.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { useCondition } from './data/use-explorer-data.ts';
import { Explorer } from './explorer.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { GRID_KEYS, TITLE_KEYS } from './grid/grid-key.ts';
import { LayoutsMenu } from './layouts/layouts-menu.tsx';
import { useLayouts } from './layouts/use-layouts.ts';
import { useView } from './use-view.ts';
import { ViewMenus } from './view-menus.tsx';

/** Times Explorer: every worklog that the person may see, in one grid. */
export function ExplorerPage() {
  const texts = useTexts(explorerTexts);
  const seesBudgets = may(useSession().role, 'manageBudgets');
  const layouts = useLayouts();
  const known = layouts.data ?? [];
  const { view, layout, isChanged, setView, showLayout } = useView(known, seesBudgets);
  const condition = useCondition(view);
  const [isChoosing, setChoosing] = useState(false);
  const [pasted, setPasted] = useState<string | null | undefined>(undefined);
  usePasteOnPage(useCallback((text: string) => setPasted(text), []));
  return (
    <Page
      action={
        <Button appearance="primary" icon={<ClipboardPaste16Regular />} onClick={() => setPasted(null)}>
          {texts.paste}
        </Button>
      }
      beside={
        <LayoutsMenu current={layout} isChanged={isChanged} layouts={known} onShow={showLayout} view={view} />
      }
      title={texts.title}
      tools={
        <ViewMenus
          condition={condition}
          onChange={setView}
          onColumns={() => setChoosing(true)}
          seesBudgets={seesBudgets}
          view={view}
        />
      }
    >
      <FilterBar
        filters={view.filters}
        onChange={(filters) => setView({ ...view, filters })}
        seesBudgets={seesBudgets}
      />
      <Loaded
        query={layouts}
        skeleton={<SkeletonRows label={texts.loading} rows={12} />}
        what={texts.theLayouts}
      >
        {() => (
          <Explorer
            condition={condition}
            onPasteClosed={() => setPasted(undefined)}
            onView={setView}
            pasted={pasted}
            seesBudgets={seesBudgets}
            view={view}
          />
        )}
      </Loaded>
      <KeyHints
        hints={[
          { keys: GRID_KEYS.move, name: texts.keyMove },
          { keys: GRID_KEYS.toggle, name: texts.keySelect },
          { keys: GRID_KEYS.all, name: texts.keyAll },
          { keys: GRID_KEYS.edit, name: texts.keyEdit },
          { keys: GRID_KEYS.delete, name: texts.keyDelete },
          { keys: GRID_KEYS.paste, name: texts.keyPaste },
        ]}
        more={[
          { keys: GRID_KEYS.page, name: texts.keyPage },
          { keys: GRID_KEYS.edge, name: texts.keyEdge },
          { keys: GRID_KEYS.extend, name: texts.keyExtend },
          { keys: GRID_KEYS.none, name: texts.keyNone },
          { keys: [...GRID_KEYS.close, ...GRID_KEYS.open], name: texts.keyGroup },
          { keys: TITLE_KEYS.move, name: texts.keyColumnMove },
          { keys: TITLE_KEYS.size, name: texts.keyColumnSize },
        ]}
      />
      {isChoosing && (
        <ColumnsPanel
          columns={view.columns}
          onChange={(columns) => setView({ ...view, columns })}
          onClose={() => setChoosing(false)}
          seesBudgets={seesBudgets}
        />
      )}
    </Page>
  );
}

/** Rows of a spreadsheet that are pasted while no field has the focus. */
function usePasteOnPage(onPaste: (text: string) => void): void {
  useEffect(() => {
    const onEvent = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (isTyping(event.target) || text.trim() === '') return;
      event.preventDefault();
      onPaste(text);
    };
    document.addEventListener('paste', onEvent);
    return () => document.removeEventListener('paste', onEvent);
  }, [onPaste]);
}
