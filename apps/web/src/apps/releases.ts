/** What is told of a released file by its target, such as `linux-x64-deb`. */
export interface ReleaseTarget {
  readonly system: 'Windows' | 'macOS' | 'Linux';
  readonly processor: string;
  readonly kind: 'installer' | 'archive' | 'appImage' | 'debian';
}

const SYSTEMS = { win: 'Windows', mac: 'macOS', linux: 'Linux' } as const;
const KINDS = { nsis: 'installer', zip: 'archive', appimage: 'appImage', deb: 'debian' } as const;
/** How a browser names the systems that the app runs on; a phone is none of them. */
const BROWSERS = { Windows: /Windows NT/, macOS: /Macintosh/, Linux: /X11.*Linux/ } as const;

/** Takes a target apart. */
export function targetOf(target: string): ReleaseTarget {
  const [system = '', processor = '', kind = ''] = target.split('-');
  return {
    system: SYSTEMS[system as keyof typeof SYSTEMS],
    processor,
    kind: KINDS[kind as keyof typeof KINDS],
  };
}

/** Whether a file is for the system that a browser’s `User-Agent` tells; the processor is not to be had from it. */
export function isForBrowser(target: string, userAgent: string): boolean {
  return BROWSERS[targetOf(target).system].test(userAgent);
}

/** The files for the system of this browser before all others; else as they came. */
export function ownSystemFirst<Release extends { readonly target: string }>(
  releases: readonly Release[],
  userAgent: string,
): Release[] {
  const { own = [], others = [] } = Object.groupBy(releases, ({ target }) =>
    isForBrowser(target, userAgent) ? 'own' : 'others',
  );
  return [...own, ...others];
}
