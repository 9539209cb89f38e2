import { contextBridge, ipcRenderer } from 'electron';
import type { DesktopBridge } from '../bridge/bridge.ts';
import { CHANNELS } from '../main/channels.ts';

const bridge: DesktopBridge = {
  view: () => ipcRenderer.invoke(CHANNELS.view),
  onView: listen(CHANNELS.newView),
  onRequest: listen(CHANNELS.request),
  act: (command) => ipcRenderer.invoke(CHANNELS.act, command),
  search: (text) => ipcRenderer.invoke(CHANNELS.search, text),
  isHotkeyFree: (combination) => ipcRenderer.invoke(CHANNELS.isHotkeyFree, combination),
  window: (act) => ipcRenderer.invoke(CHANNELS.window, act),
};

contextBridge.exposeInMainWorld('stint', bridge);

/** Hears a channel from the beginning; what comes before anybody listens is told to the first who does. */
function listen(channel: string): (heard: (value: never) => void) => () => void {
  const listeners = new Set<(value: never) => void>();
  let unheard: { readonly value: unknown } | null = null;
  ipcRenderer.on(channel, (_event, value: unknown) => {
    if (listeners.size === 0) unheard = { value };
    for (const listener of listeners) listener(value as never);
  });
  return (heard) => {
    listeners.add(heard);
    if (unheard !== null) heard(unheard.value as never);
    unheard = null;
    return () => listeners.delete(heard);
  };
}
