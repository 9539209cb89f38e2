import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { DesktopCommand } from '../core/app/commands.ts';
import type { DesktopView, EntryView } from '../core/app/view.ts';
import type { PageRequest } from '../bridge/bridge.ts';
import type { DesktopTexts } from '../ui/texts/texts.ts';

export interface TrayParts {
  readonly icons: { readonly idle: string; readonly tracking: string };
  readonly act: (command: DesktopCommand) => void;
  readonly show: (request?: PageRequest) => void;
  readonly quit: () => void;
}

/** How many of the last items the menu offers. */
const ITEMS = 5;

/** The icon that shows whether time is tracked, and its menu. */
export function createTray({ icons, act, show, quit }: TrayParts) {
  const images = {
    idle: nativeImage.createFromPath(icons.idle),
    tracking: nativeImage.createFromPath(icons.tracking),
  };
  const tray = new Tray(images.idle);
  tray.on('click', () => show());
  const stop = () => act({ kind: 'time', command: { kind: 'stop' } });
  let last = '';
  return {
    update: (view: DesktopView, texts: DesktopTexts) => {
      const items = menuOf(view, texts);
      const next = JSON.stringify(items);
      if (next === last) return;
      last = next;
      const run = view.active?.run ?? null;
      tray.setImage(run ? images.tracking : images.idle);
      tray.setToolTip(run ? nameOf(run.subject) || texts.tracking : texts.notTracking);
      tray.setContextMenu(Menu.buildFromTemplate(items));
    },
  };

  function menuOf({ active, organizations }: DesktopView, texts: DesktopTexts): MenuItemConstructorOptions[] {
    const run = active?.run ?? null;
    const recent = lastItems(active?.days.flatMap(({ entries }) => entries) ?? []);
    return [
      { label: run ? nameOf(run.subject) || texts.withoutName : texts.notTracking, enabled: false },
      run
        ? { label: texts.stopTracking, click: stop }
        : { label: texts.trayStart, enabled: active !== null, click: () => show('start') },
      { type: 'separator' },
      ...recent.map((entry) => ({
        label: nameOf({ ...entry.fields, workItem: entry.workItem }),
        click: () => act({ kind: 'time', command: { kind: 'start', subject: subjectOf(entry) } }),
      })),
      { type: 'separator' },
      { label: texts.showStint, click: () => show() },
      { label: texts.addTime, enabled: active !== null, click: () => show('addTime') },
      {
        label: texts.organizations,
        submenu: organizations.map(({ id, name, isActive }) => ({
          label: name,
          type: 'radio',
          checked: isActive,
          click: () => act({ kind: 'activate', id }),
        })),
      },
      { label: texts.trayDisconnect, enabled: active !== null, click: () => show('organizations') },
      { type: 'separator' },
      { label: texts.trayQuit, click: quit },
    ];
  }
}

/** The last items that differ, newest first. */
function lastItems(entries: readonly EntryView[]): EntryView[] {
  const seen = new Set<string>();
  const different = entries.filter(({ fields }) => {
    const key = `${fields.workItemId} ${fields.workItemId === null ? fields.comment : ''}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return different.slice(0, ITEMS);
}

function subjectOf({ fields, workItem }: EntryView) {
  const { workItemId, comment, activityTypeId, isBillable } = fields;
  return { workItem, workItemId, comment, activityTypeId, isBillable };
}

function nameOf(subject: {
  workItem: EntryView['workItem'];
  workItemId: number | null;
  comment: string;
}): string {
  return [subject.workItemId, subject.workItem?.title ?? subject.comment].filter(Boolean).join(' ');
}
