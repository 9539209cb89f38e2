/** The names under which pages and the main process speak; the preload script knows them too. */
export const CHANNELS = {
  view: 'stint:view',
  newView: 'stint:new-view',
  request: 'stint:request',
  act: 'stint:act',
  search: 'stint:search',
  isHotkeyFree: 'stint:is-hotkey-free',
  window: 'stint:window',
} as const;
