/** What closes each window's Chromium; a window puts itself in and takes itself out. */
export const closers = new Set<() => Promise<void>>();

/** Ends every window. */
export async function closeChromium(): Promise<void> {
  await Promise.all([...closers].map((close) => close().catch(() => undefined)));
}
