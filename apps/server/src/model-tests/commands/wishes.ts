import * as fc from 'fast-check';
import { type Content, type Model, NOT_SET, type Owner, wallNow } from '../model.ts';
import type { Real } from '../real.ts';
import { type Refusals, contentRefusals, refusals } from '../rules.ts';
import { DAY, midnight, MINUTE, textOf, type Wall } from '../time.ts';

/** What a client says of a worklog. What is left out has its default, or stays as it is. */
export interface Wish {
  when?: { day: number; minute: number } | undefined;
  length?: number | undefined;
  item?: number | undefined;
  comment?: string | undefined;
  /** The place of a type among those of the model; `''` for [Not Set]. */
  type?: number | '' | undefined;
}

/** Days from today by the owner's clock, and minutes of the day: some touch, some overlap, some end after midnight. */
const when = fc.record({
  day: fc.constantFrom(-30, -8, -7, -7, -2, -1, -1, 0, 0, 0, 1, 2),
  minute: fc.constantFrom(0, 480, 481, 510, 540, 541, 570, 1430),
});
const length = fc.constantFrom(60, 1800, 1860, 3600, 7200);
const item = fc.constantFrom(0, 7, 7, 8, 8);
const comment = fc.constantFrom('', ' ', 'text', 'text', 'text', 'ünï"\n');
const type = fc.constantFrom<number | ''>('', 0, 1, 1);

/** A new worklog, which says when and how long it was; now and then without a length, or with a wrong one. */
export const newWish: fc.Arbitrary<Wish> = fc.record({
  when,
  length: fc.oneof({ weight: 20, arbitrary: length }, fc.constantFrom(undefined, 0, -60)),
  item: fc.option(item, { nil: undefined }),
  comment: fc.option(comment, { nil: undefined, freq: 6 }),
  type: fc.option(type, { nil: undefined }),
});

/** A change, of some fields. */
export const changeWish: fc.Arbitrary<Wish> = fc.record(
  { when, length, item, comment, type },
  { requiredKeys: [] },
);

function startOf(model: Model, owner: Owner, { day, minute }: { day: number; minute: number }): Wall {
  return midnight(wallNow(model, owner)) + day * DAY + minute * MINUTE;
}

/** The id of a type; one that was deleted stays what it was, so that deleted types are asked for too. */
function typeId({ types }: Model, type: number | ''): string {
  return type === '' ? NOT_SET : (types[type] ?? GONE);
}

const GONE = '0198b9a0-0000-7000-8000-0000000000ff';

/** The worklog that a wish asks for, and the body that asks for it. */
export function contentOf(model: Model, owner: Owner, wish: Wish, before?: Content): Content {
  const start = wish.when && startOf(model, owner, wish.when);
  return {
    owner,
    start: start ?? before?.start ?? wallNow(model, owner),
    seconds: wish.length ?? before?.seconds ?? 0,
    item: wish.item === undefined ? (before?.item ?? null) : wish.item || null,
    comment: wish.comment ?? before?.comment ?? '',
    type: wish.type === undefined ? (before?.type ?? NOT_SET) : typeId(model, wish.type),
  };
}

export function bodyOf(model: Model, owner: Owner, wish: Wish, real: Real, isForOther: boolean): object {
  return {
    ...(wish.when && { timeStamp: textOf(startOf(model, owner, wish.when)) }),
    ...(wish.length !== undefined && { length: wish.length }),
    ...(wish.item !== undefined && { workItemId: wish.item }),
    ...(wish.comment !== undefined && { comment: wish.comment }),
    ...(wish.type !== undefined && { activityTypeId: wish.type === '' ? '' : typeId(model, wish.type) }),
    ...(isForOther && { userId: real.people[owner].id }),
  };
}

/** What speaks against a new worklog, its rights apart. */
export function newRefusals(model: Model, owner: Owner, wish: Wish): Refusals {
  return new Set([
    ...refusals(
      wish.length === undefined && 'LengthIsRequired',
      wish.length !== undefined && wish.length <= 0 && 'LengthMustBePositive',
    ),
    ...contentRefusals(model, contentOf(model, owner, wish)),
  ]);
}
