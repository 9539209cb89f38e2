/** The fields that people usually estimate in, by reference name. */
export const ESTIMATE_FIELDS = ['Effort', 'StoryPoints', 'Size', 'OriginalEstimate'].map(
  (name) => `Microsoft.VSTS.Scheduling.${name}`,
);

/** Whether a text can be the reference name of a field: words joined by dots. Empty stands for none. */
export function isFieldName(text: string): boolean {
  return text === '' || (text.length <= 255 && /^[A-Za-z_][\w-]*(\.[\w-]+)+$/.test(text));
}
