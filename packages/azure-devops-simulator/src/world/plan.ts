import type { WorkItemTypeName } from './process.ts';
import type { Random } from './random.ts';
import * as words from './vocabulary.ts';

/** One item to be made; `parent` is the position of its parent in the plan. */
export type PlannedItem = {
  readonly type: WorkItemTypeName;
  readonly title: string;
  readonly project: 0 | 1;
  readonly area: number;
  readonly parent: number | null;
};

/** Plans exactly `count` items as trees Epic → Feature → Product Backlog Item or Bug → Task, projects in turn. */
export function planItems(random: Random, count: number): PlannedItem[] {
  const plan: PlannedItem[] = [];
  for (let epic = 0; plan.length < count; epic += 1) addEpic(plan, random, count, epic);
  return plan;
}

function addEpic(plan: PlannedItem[], random: Random, count: number, epic: number): void {
  const project = epic % 2 === 0 ? 0 : 1;
  const add = (type: WorkItemTypeName, title: string, parent: number | null, area: number): number =>
    plan.length < count ? plan.push({ type, title, project, area, parent }) - 1 : plan.length;
  const epicAt = add('Epic', epicTitle(random, epic), null, 0);
  const features = random.between(3, 5);
  for (let feature = 0; feature < features && plan.length < count; feature += 1) {
    const subject = random.pick(words.subjects);
    const area = random.between(0, 3);
    const featureAt = add('Feature', `${random.pick(words.featureAspects)} ${subject}`, epicAt, area);
    const stories = random.between(3, 6);
    for (let story = 0; story < stories && plan.length < count; story += 1) {
      const bug = plan.length > 3 && random.chance(0.25);
      const storyAt = add(
        bug ? 'Bug' : 'Product Backlog Item',
        bug ? bugTitle(random) : storyTitle(random, subject),
        featureAt,
        area,
      );
      const tasks = random.between(2, 6);
      for (let task = 0; task < tasks; task += 1) add('Task', taskTitle(random, subject), storyAt, area);
    }
  }
}

const epicTitle = (random: Random, epic: number): string =>
  words.epics[epic] ?? `${random.pick(words.epics)}, part ${Math.floor(epic / words.epics.length) + 1}`;

const bugTitle = (random: Random): string =>
  `${random.pick(words.bugSymptoms)} ${random.pick(words.subjects)}${qualifier(random, 0.6)}`;

const storyTitle = (random: Random, subject: string): string =>
  `${random.pick(words.storyActions)} ${subject}${qualifier(random, 0.3)}`;

const taskTitle = (random: Random, subject: string): string =>
  `${random.pick(words.taskActions)} ${random.chance(0.7) ? subject : random.pick(words.subjects)}${qualifier(random, 0.4)}`;

const qualifier = (random: Random, probability: number): string =>
  random.chance(probability) ? ` ${random.pick(words.qualifiers)}` : '';
