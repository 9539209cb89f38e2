const BEGINNINGS = ['https://', 'http://'] as const;

/** Whether a text can be the address of an Azure DevOps organization or collection. */
export function isAddress(text: string): boolean {
  const wish = text.trim();
  return BEGINNINGS.some((beginning) => wish.startsWith(beginning)) && URL.canParse(wish);
}

/** Whether what was typed so far cannot become an address any more; the beginning of one is no fault. */
export function seemsWrong(text: string): boolean {
  const wish = text.trim();
  if (wish === '' || isAddress(wish)) return false;
  return !BEGINNINGS.some((beginning) => beginning.startsWith(wish));
}
