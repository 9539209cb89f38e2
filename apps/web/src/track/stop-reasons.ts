/** The text that says why the server stopped the track; `stoppedTrackType` of api.md 4. */
const REASONS = {
  1: 'stoppedNoAnswer',
  2: 'stoppedConnectionLost',
  3: 'stoppedByApp',
  4: 'stoppedLongest',
  5: 'stoppedAway',
  6: 'stoppedByStart',
} as const;

/** The key of the sentence to show for a stop by the server. */
export function stopReason(stoppedTrackType: number): (typeof REASONS)[keyof typeof REASONS] | 'stopped' {
  return REASONS[stoppedTrackType as keyof typeof REASONS] ?? 'stopped';
}
