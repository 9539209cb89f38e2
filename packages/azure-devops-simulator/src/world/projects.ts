import { guidOf } from './guid.ts';

const day = 86_400_000;
const sprintDays = 14;

type Iteration = {
  readonly id: number;
  readonly name: string;
  /** Midnight UTC of the first and last day, ISO 8601. */
  readonly start: string;
  readonly finish: string;
};
export type Project = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly areas: readonly [string, ...string[]];
  readonly iterations: readonly [Iteration, ...Iteration[]];
};

/**
 * The two demo projects. Their 28 two-week sprints cover a year back from `today` and the two weeks after it.
 * @param today UTC day, `YYYY-MM-DD`
 */
export function makeProjects(today: string): readonly [Project, Project] {
  const monday = mondayOf(Date.parse(`${today}T00:00:00Z`));
  const iteration = (index: number): Iteration => {
    const start = monday + (index - 27) * sprintDays * day;
    return {
      id: 100 + index,
      name: `Sprint ${index}`,
      start: iso(start),
      finish: iso(start + (sprintDays - 3) * day),
    };
  };
  const iterations = [
    iteration(1),
    ...Array.from({ length: 27 }, (_, index) => iteration(index + 2)),
  ] as const;
  const project = (name: string, description: string, areas: readonly [string, ...string[]]): Project => ({
    id: guidOf(`project ${name}`),
    name,
    description,
    areas,
    iterations,
  });
  return [
    project('Atlas', 'File sharing for teams', ['Web', 'Service', 'Mobile', 'Platform']),
    project('Borealis', 'Reporting and billing', ['Reports', 'Billing', 'Import', 'Platform']),
  ];
}

const iso = (time: number): string => new Date(time).toISOString();

function mondayOf(time: number): number {
  const weekday = (new Date(time).getUTCDay() + 6) % 7;
  return time - weekday * day;
}
