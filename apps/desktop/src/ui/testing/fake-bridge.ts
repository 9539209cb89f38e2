import type { DesktopView } from '../../core/app/view.ts';

/** What a test does with the bridge in the page. */
export interface FakeWindow {
  stintShow: (view: DesktopView) => void;
  stintRequest: (what: string) => void;
  stintHoldSearch: (isHeld: boolean) => void;
  stint: unknown;
}

/** What the page asks the test; each names the load of the page that asks. */
interface TestWindow extends FakeWindow {
  stintFirstView: () => Promise<DesktopView>;
  stintAsk: (load: string, what: unknown) => Promise<unknown>;
}

/** Runs in the page before anything else: a bridge that shows what the test wants and tells it what the page asks. */
export function fakeBridge(found: unknown): void {
  const own = globalThis as unknown as TestWindow;
  const load = location.search;
  const viewers = new Set<(view: DesktopView) => void>();
  const requests = new Set<(what: string) => void>();
  const kept = <T>(set: Set<T>, each: T) => {
    set.add(each);
    return () => set.delete(each);
  };
  let last: DesktopView | null = null;
  own.stintShow = (next) => {
    last = next;
    for (const viewer of viewers) viewer(next);
  };
  let release: (() => void) | null = null;
  let held: Promise<void> | null = null;
  own.stintHoldSearch = (isHeld) => {
    release?.();
    held = isHeld ? new Promise((resolve) => (release = resolve)) : null;
  };
  let unheard: string | null = null;
  own.stintRequest = (what) => {
    if (requests.size === 0) unheard = what;
    for (const heard of requests) heard(what);
  };
  own.stint = {
    view: async () => last ?? own.stintFirstView(),
    onView: (heard: (view: DesktopView) => void) => kept(viewers, heard),
    onRequest: (heard: (what: string) => void) => {
      if (unheard !== null) heard(unheard);
      unheard = null;
      return kept(requests, heard);
    },
    act: (command: unknown) => own.stintAsk(load, command),
    search: async (query: string) => {
      await held;
      return { query, count: 2, workItems: found };
    },
    isHotkeyFree: async (combination: string) => combination !== 'Control+Alt+L',
    window: (act: unknown) => own.stintAsk(load, { window: act }),
  };
}
