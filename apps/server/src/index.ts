export { ConfigurationError, type Environment, readEnvironment } from './environment.ts';
export { type Serving, serve } from './serve.ts';
