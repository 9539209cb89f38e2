export { type DemoPerson, demoPeople } from './world/people.ts';
export { makeWorld, type WorldOptions } from './world/make-world.ts';
export { type Fields, type Item, latest, type World } from './world/world.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './start.ts';
export { processTypes } from './world/process.ts';
export { makeRandom, type Random } from './world/random.ts';
