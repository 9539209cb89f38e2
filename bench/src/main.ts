// npm run bench -- [names]: measures Stint beside an anchor that does only what must be done, one line a case.
import { type CaseName, caseNames, cases, usualCases } from './cases/index.ts';
import { lineOf } from './report/line.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !caseNames.includes(name as CaseName));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Known: ${caseNames.join(', ')}.`);
  process.exitCode = 1;
} else {
  const names = asked.length > 0 ? (asked as CaseName[]) : usualCases;
  for (const name of names) {
    for await (const figure of cases[name]()) console.log(lineOf(figure));
  }
}
