export { type Live, live, type LiveOptions } from './live.ts';
export type { LiveMethods } from './methods.ts';
export type { LivePushes, LiveState } from './pushes.ts';
