import type { OrganizationSettings } from '@stint/contract';

/** When a letter goes out: on a working day or a Monday at the organization's time, or by what happens. */
type When = 'onWorkingDays' | 'onMonday' | 'atThreshold' | 'beforeExpiry' | 'byPlan';

/** A kind of letter, who gets it and when. The names are those of the texts. */
export interface Letter {
  readonly name: 'daily' | 'weekly' | 'unsubmitted' | 'digest' | 'budget' | 'connection' | 'reports';
  readonly who: 'whoTracks' | 'whoHasWeek' | 'managers' | 'budgetRole' | 'administrators' | 'recipients';
  readonly when: When;
  readonly isOn: boolean;
  /** Whether people can switch it off for themselves. */
  readonly canBeDeclined: boolean;
}

type Rules = Pick<
  OrganizationSettings,
  | 'reminderDailyLength'
  | 'reminderWeeklyLength'
  | 'reminderUnsubmitted'
  | 'managerDigest'
  | 'budgetMail'
  | 'budgetThresholds'
  | 'approvalsEnabled'
>;

/** Every kind of letter as the organization's rules stand. */
export function lettersOf(rules: Rules): Letter[] {
  const declined = { canBeDeclined: true } as const;
  return [
    {
      name: 'daily',
      who: 'whoTracks',
      when: 'onWorkingDays',
      isOn: rules.reminderDailyLength !== null,
      ...declined,
    },
    {
      name: 'weekly',
      who: 'whoTracks',
      when: 'onMonday',
      isOn: rules.reminderWeeklyLength !== null,
      ...declined,
    },
    {
      name: 'unsubmitted',
      who: 'whoHasWeek',
      when: 'onMonday',
      isOn: rules.reminderUnsubmitted && rules.approvalsEnabled,
      ...declined,
    },
    {
      name: 'digest',
      who: 'managers',
      when: 'onMonday',
      isOn: rules.managerDigest && rules.approvalsEnabled,
      ...declined,
    },
    {
      name: 'budget',
      who: 'budgetRole',
      when: 'atThreshold',
      isOn: rules.budgetMail && rules.budgetThresholds.length > 0,
      ...declined,
    },
    { name: 'connection', who: 'administrators', when: 'beforeExpiry', isOn: true, ...declined },
    { name: 'reports', who: 'recipients', when: 'byPlan', isOn: true, canBeDeclined: false },
  ];
}
