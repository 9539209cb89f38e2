/** The activity type of time that has none; a real entry on the wire (api.md 3.2). */
export const NOT_SET_ACTIVITY_TYPE = Object.freeze({
  id: '00000000-0000-0000-0000-000000000000',
  color: 'ffffff',
  name: '[Not Set]',
});
