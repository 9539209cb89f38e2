import { expect, test } from 'vitest';
import { isWaylandSession } from './session.ts';

test.each([
  ['linux', { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, true],
  ['linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, false],
  // A compositor that was started from a console.
  ['linux', { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-1' }, true],
  ['linux', { DISPLAY: ':0' }, false],
  ['win32', { XDG_SESSION_TYPE: 'wayland' }, false],
  ['darwin', {}, false],
] as const)('on %s with %o it is Wayland: %s', (platform, environment, isWayland) => {
  expect(isWaylandSession(platform, environment)).toBe(isWayland);
});
