import type { ShopContext } from '../../testing/shop-types.ts';
import { shopModel } from '../../testing/shop-model.ts';
import { parseTarget } from '../../url/target.ts';
import { type Plan } from '../page/plan.ts';
import { planQuery } from '../page/plan-query.ts';

const context: ShopContext = {};

/** The plan of a target in the shop. */
export function planned(target: string, pageSize: number | null = null, model = shopModel): Plan {
  return planQuery({
    model,
    target: parseTarget(target, { plusIsBlank: false }),
    context,
    output: {
      pageSize,
      prefix: '@odata.',
      ieee754Compatible: false,
      metadata: 'minimal',
      root: 'http://shop.test/',
    },
    now: new Date('2024-02-01T00:00:00Z'),
  });
}

/** The statement of a target, and its parameters behind it. */
export function statementOf(target: string, pageSize: number | null = null, model = shopModel): string {
  const { text, values } = planned(target, pageSize, model).statement;
  return values.length === 0 ? text : `${text} -- ${JSON.stringify(values)}`;
}
