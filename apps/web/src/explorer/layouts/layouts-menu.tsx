import { Button } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import type { ExplorerLayout } from '@stint/contract';
import { Menu, MenuGroup, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useErrorText } from '../../api/message.ts';
import { randomId } from '../../api/uuid.ts';
import { explorerTexts } from '../../texts/explorer/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { layoutViewOf } from '../view/read-view.ts';
import type { View } from '../view/view.ts';
import { NameDialog } from './name-dialog.tsx';
import { useLayoutCommands } from './use-layouts.ts';

interface LayoutsMenuProps {
  readonly layouts: readonly ExplorerLayout[];
  /** The layout that is shown, perhaps changed; null for none. */
  readonly current: ExplorerLayout | null;
  readonly isChanged: boolean;
  readonly view: View;
  /** Shows a layout, or with null the first view. */
  readonly onShow: (id: string | null) => void;
}

/** The saved layouts: choose, save, delete, and which one the page opens with. */
export function LayoutsMenu({ layouts, current, isChanged, view, onShow }: LayoutsMenuProps) {
  const texts = useTexts(explorerTexts);
  const toast = useToast();
  const errorText = useErrorText();
  const { save, remove } = useLayoutCommands();
  const [isNaming, setNaming] = useState(false);
  const name = current?.name ?? texts.layout;
  const store = (layout: ExplorerLayout) =>
    save.mutate(layout, {
      onError: (error) => toast({ text: errorText(error) }),
      onSuccess: () => onShow(layout.id),
    });
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button {...props} appearance="subtle" icon={<ChevronDown12Regular />} iconPosition="after">
            {isChanged && current ? texts.layoutChanged({ name }) : name}
          </Button>
        )}
      >
        {layouts.length > 0 && (
          <MenuGroup title={texts.layouts}>
            {layouts.map((layout) => (
              <MenuItem
                isChosen={layout.id === current?.id}
                key={layout.id}
                onSelect={() => onShow(layout.id)}
                {...(layout.isDefault && { hint: texts.opensFirst })}
              >
                {layout.name}
              </MenuItem>
            ))}
            <MenuRule />
          </MenuGroup>
        )}
        {current && isChanged && (
          <MenuItem onSelect={() => store({ ...current, view: layoutViewOf(view) })}>
            {texts.saveLayout({ name })}
          </MenuItem>
        )}
        <MenuItem onSelect={() => setNaming(true)}>{texts.saveLayoutAs}</MenuItem>
        {current && (
          <>
            <MenuItem
              isChosen={current.isDefault}
              isOneOfMany
              onSelect={() => store({ ...current, isDefault: !current.isDefault })}
            >
              {texts.openFirst({ name })}
            </MenuItem>
            <MenuItem
              onSelect={() => {
                onShow(null);
                remove.mutate(current);
              }}
            >
              {texts.deleteLayout({ name })}
            </MenuItem>
          </>
        )}
        <MenuItem onSelect={() => onShow(null)}>{texts.firstLayout}</MenuItem>
      </Menu>
      {isNaming && (
        <NameDialog
          onClose={() => setNaming(false)}
          onSave={async (chosen) => {
            const layout = { id: randomId(), name: chosen, isDefault: false, view: layoutViewOf(view) };
            await save.mutateAsync(layout);
            setNaming(false);
            onShow(layout.id);
          }}
        />
      )}
    </>
  );
}
