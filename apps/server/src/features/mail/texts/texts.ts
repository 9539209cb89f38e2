/** What letters say, in one language. Lengths come as texts in the reader's format, days as `YYYY-MM-DD`. */
export interface Texts {
  language: string;
  greeting: (name: string) => string;
  footer: (organization: string) => string;
  open: string;
  noWorkItem: string;
  daily: { subject: (day: string) => string; body: (tracked: string, wanted: string, day: string) => string };
  weekly: {
    subject: (week: string) => string;
    body: (tracked: string, wanted: string, week: string) => string;
  };
  unsubmitted: { subject: (week: string) => string; body: (tracked: string, week: string) => string };
  digest: {
    subject: string;
    pending: (count: number) => string;
    unsubmitted: string;
    headers: { person: string; week: string; tracked: string };
  };
  budget: {
    subject: (name: string, percent: number) => string;
    body: (name: string, percent: number, tracked: string, planned: string) => string;
  };
  /** Days until the token ends, negative afterwards. */
  connection: { subject: (days: number) => string; body: (day: string) => string };
  report: {
    subject: (name: string) => string;
    body: (name: string, frame: string) => string;
    allTime: string;
    cut: (rows: number) => string;
    empty: string;
    failed: (reason: string) => string;
  };
  test: { subject: string; body: string };
}
