/** Fields of work items that the reporting types show, by what they hold (the data file). */
export const TEXTS = [
  'System.CreatedBy',
  'System.Reason',
  'Microsoft.VSTS.Build.FoundIn',
  'Microsoft.VSTS.Build.IntegrationBuild',
  'Microsoft.VSTS.CMMI.Blocked',
  'Microsoft.VSTS.CMMI.Committed',
  'Microsoft.VSTS.CMMI.Escalate',
  'Microsoft.VSTS.CMMI.FoundInEnvironment',
  'Microsoft.VSTS.CMMI.HowFound',
  'Microsoft.VSTS.CMMI.MeetingType',
  'Microsoft.VSTS.CMMI.RequirementType',
  'Microsoft.VSTS.CMMI.RequiresReview',
  'Microsoft.VSTS.CMMI.RequiresTest',
  'Microsoft.VSTS.CMMI.RootCause',
  'Microsoft.VSTS.CMMI.TaskType',
  'Microsoft.VSTS.CMMI.UserAcceptanceTest',
  'Microsoft.VSTS.Common.ActivatedBy',
  'Microsoft.VSTS.Common.Activity',
  'Microsoft.VSTS.Common.ClosedBy',
  'Microsoft.VSTS.Common.Discipline',
  'Microsoft.VSTS.Common.Issue',
  'Microsoft.VSTS.Common.Rating',
  'Microsoft.VSTS.Common.ResolvedBy',
  'Microsoft.VSTS.Common.ResolvedReason',
  'Microsoft.VSTS.Common.ReviewedBy',
  'Microsoft.VSTS.Common.Risk',
  'Microsoft.VSTS.Common.Severity',
  'Microsoft.VSTS.Common.Triage',
  'Microsoft.VSTS.Common.ValueArea',
  'Microsoft.VSTS.Feedback.ApplicationType',
] as const;

export const INSTANTS = [
  'System.RevisedDate',
  'Microsoft.VSTS.CMMI.TargetResolveDate',
  'Microsoft.VSTS.Common.ActivatedDate',
  'Microsoft.VSTS.Common.ClosedDate',
  'Microsoft.VSTS.Common.ResolvedDate',
  'Microsoft.VSTS.Common.StateChangeDate',
  'Microsoft.VSTS.Scheduling.DueDate',
  'Microsoft.VSTS.Scheduling.FinishDate',
  'Microsoft.VSTS.Scheduling.StartDate',
  'Microsoft.VSTS.Scheduling.TargetDate',
] as const;

export const INTEGERS = [
  'Microsoft.VSTS.CMMI.Probability',
  'Microsoft.VSTS.Common.BusinessValue',
  'Microsoft.VSTS.Common.Priority',
] as const;

export const NUMBERS = [
  'Microsoft.VSTS.Common.BacklogPriority',
  'Microsoft.VSTS.Common.StackRank',
  'Microsoft.VSTS.Common.TimeCriticality',
  'Microsoft.VSTS.Scheduling.CompletedWork',
  'Microsoft.VSTS.Scheduling.Effort',
  'Microsoft.VSTS.Scheduling.OriginalEstimate',
  'Microsoft.VSTS.Scheduling.RemainingWork',
  'Microsoft.VSTS.Scheduling.Size',
  'Microsoft.VSTS.Scheduling.StoryPoints',
] as const;
