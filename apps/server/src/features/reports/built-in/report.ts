import type { ReportContent } from '../store.ts';

/** A report that every organization has, and nobody changes. */
export interface BuiltInReport {
  /** The same everywhere and for ever, so that links and mails can name it. */
  readonly id: string;
  /** What pages translate the name by. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly content: ReportContent;
}
