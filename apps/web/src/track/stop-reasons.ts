const REASONS: Readonly<Record<number, string>> = {
  1: 'The clock was stopped because nobody answered the activity check. The time up to your last sign of life is booked.',
  2: 'The clock was stopped because the app that ran it lost its connection. The time up to then is booked.',
  3: 'The clock was stopped by an app: the machine was locked, idle or asleep.',
  4: 'The clock was stopped at the longest single track that your organization allows.',
  5: 'The clock was stopped because you were away.',
  6: 'The clock was stopped by another start.',
};

/** Why the server stopped the track, in a sentence to show; `stoppedTrackType` of api.md 4. */
export function stopReason(stoppedTrackType: number): string {
  return REASONS[stoppedTrackType] ?? 'The clock was stopped.';
}
