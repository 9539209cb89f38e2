/** The secret of a one-time sign-in link, `/sign-in#link=SECRET`; null when the address has none. */
export function linkSecretOf(hash: string): string | null {
  return new URLSearchParams(hash.replace(/^#/, '')).get('link') || null;
}

/** Where to go after the sign-in: a path of this site, nothing else. */
export function safeBack(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/';
}
