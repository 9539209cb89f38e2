import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { DesktopCommand } from '../core/app/commands.ts';
import type { ActiveView, DesktopView } from '../core/app/view.ts';
import type { Subject } from '../core/subject.ts';
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
      // What a click does is not in the labels.
      const next = JSON.stringify([items, lastItems(view.active), view.organizations.map(({ id }) => id)]);
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
    const recent = lastItems(active);
    return [
      { label: run ? plain(nameOf(run.subject) || texts.withoutName) : texts.notTracking, enabled: false },
      run
        ? { label: texts.stopTracking, click: stop }
        : { label: texts.trayStart, enabled: active !== null, click: () => show('start') },
      { type: 'separator' },
      ...recent.map((subject) => ({
        label: plain(nameOf(subject) || texts.withoutName),
        click: () => act({ kind: 'time', command: { kind: 'start', subject } }),
      })),
      { type: 'separator' },
      { label: texts.showStint, click: () => show() },
      { label: texts.addTime, enabled: active !== null, click: () => show('addTime') },
      {
        label: texts.organizations,
        enabled: organizations.length > 0,
        submenu: organizations.map(({ id, name, isActive }) => ({
          label: plain(name),
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

/** What the last worklogs that differ are about, newest first. */
function lastItems(active: ActiveView | null): Subject[] {
  const seen = new Map<string, Subject>();
  for (const { fields, workItem } of active?.days.flatMap(({ entries }) => entries) ?? []) {
    const { workItemId, comment, activityTypeId, isBillable } = fields;
    const key = `${workItemId} ${workItemId === null ? comment : ''}`;
    if (!seen.has(key)) seen.set(key, { workItem, workItemId, comment, activityTypeId, isBillable });
  }
  return [...seen.values()].slice(0, ITEMS);
}

/** A label as it is: in menus `&` marks the letter of a key. */
function plain(label: string): string {
  return label.replaceAll('&', '&&');
}

function nameOf(subject: Pick<Subject, 'workItem' | 'workItemId' | 'comment'>): string {
  return [subject.workItemId, subject.workItem?.title ?? subject.comment].filter(Boolean).join(' ');
}
