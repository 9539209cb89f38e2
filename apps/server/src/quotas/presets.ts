/** So many requests within so many seconds. */
export interface Limit {
  requests: number;
  seconds: number;
}

/** The presets of api.md 3.5, per person; an organization may make twenty times as many. */
export const quotaPresets = {
  open: [
    { requests: 50, seconds: 1 },
    { requests: 3000, seconds: 60 },
  ],
  standard: [
    { requests: 10, seconds: 1 },
    { requests: 100, seconds: 60 },
  ],
  free: [
    { requests: 5, seconds: 60 },
    { requests: 50, seconds: 3600 },
  ],
  off: [],
} as const satisfies Record<string, readonly Limit[]>;

export type QuotaPreset = keyof typeof quotaPresets;

/** How many people's quota one organization has in all. */
export const ORGANIZATION_FACTOR = 20;
