/** Whether programs run in a session of Wayland, which tells them nothing about idle time and gives them no hotkeys, also by its X server. */
export function isWaylandSession(
  platform: NodeJS.Platform,
  { XDG_SESSION_TYPE, WAYLAND_DISPLAY }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform !== 'linux') return false;
  return XDG_SESSION_TYPE === undefined || XDG_SESSION_TYPE === 'tty'
    ? WAYLAND_DISPLAY !== undefined
    : XDG_SESSION_TYPE === 'wayland';
}
