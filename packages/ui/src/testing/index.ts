export { whatAxeFinds } from './axe.ts';
export { untilStill } from './until-still.ts';
