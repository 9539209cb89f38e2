import * as fc from 'fast-check';
import type { Rules } from '../model.ts';
import { checkAnswer } from '../real.ts';
import { refusals } from '../rules.ts';
import { type Command, command } from './command.ts';

/** Old entries stay as they are, new ones obey (issue of governance, "Bad input"). */
function switchRule(rule: Partial<Rules>): Command {
  return command('switch', rule, {
    async run(model, real) {
      const answer = await real.ask('administrator', 'PATCH', 'rest/settings', rule);
      if (checkAnswer(answer, refusals())) Object.assign(model.rules, rule);
    },
  });
}

const flag = (name: keyof Rules) => fc.boolean().map((value) => switchRule({ [name]: value }));

export const settingCommands: fc.Arbitrary<Command>[] = [
  fc.oneof(
    fc.constantFrom(null, 0, 1, 7).map((futureDays) => switchRule({ futureDays })),
    fc.constantFrom(null, 1, 2).map((lockAfterWeeks) => switchRule({ lockAfterWeeks })),
    flag('workItemRequired'),
    flag('commentRequired'),
    flag('activityTypeRequired'),
    flag('approvalsEnabled'),
    flag('approvalInAdvance'),
  ),
  flag('noOverlap'),
];
