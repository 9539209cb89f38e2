/** What connections of a person were told last, so that they are told changes only. */
export interface Known {
  /** What shows of the track, without what runs on by itself. */
  track: string;
  isChecking: boolean;
  settings: string;
  isStartAllowed: boolean;
}
