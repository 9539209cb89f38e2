// Loaded before each file of tests: property tests try new values in each run, unless STINT_SEED names the values to try.
import fc from 'fast-check';

const seed = process.env.STINT_SEED;
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
