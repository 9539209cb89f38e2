import {
  type AnswerOf,
  calls,
  type WorkItemAutomation,
  type WorkItemAutomationChange,
  type WorkItemAutomations,
  type WriteState,
} from '@stint/contract';
import { useTexts } from '@stint/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.ts';
import { useErrorText } from '../../api/message.ts';
import { useOptimistic } from '../../api/use-optimistic.ts';
import { automationTexts } from '../../texts/automation/texts.ts';
import { commonTexts } from '../../texts/common/texts.ts';
import { useToast } from '../../toasts/toast-provider.tsx';
import { backOf } from './back-of.ts';

const AUTOMATION_KEY = ['automation'] as const;
const LIST_KEY = [...AUTOMATION_KEY, 'list'] as const;
/** Where effort, and so Pace, is shown. */
const ITERATIONS_KEY = ['iterations'] as const;

/** While something is being written one watches it; else a look now and then is enough. */
const WATCH_MILLISECONDS = 1500;
const LOOK_MILLISECONDS = 10_000;
const MOST_WRITES = 200;

/** What is done in each project, and how that is going. */
export function useAutomations() {
  const client = useClient();
  return useQuery({
    queryKey: LIST_KEY,
    queryFn: ({ signal }) => client.call(calls.listWorkItemAutomations, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.projects.some(({ waiting }) => waiting > 0) ? WATCH_MILLISECONDS : LOOK_MILLISECONDS,
  });
}

interface Change {
  readonly project: string;
  readonly change: WorkItemAutomationChange;
  /** What undo goes back to; undefined for an undo. */
  readonly before?: WorkItemAutomation;
}

/** Changes what is done in a project; it shows at once and can be undone. */
export function useChangeAutomation(): (change: Change) => void {
  const client = useClient();
  const toast = useToast();
  const texts = useTexts(automationTexts);
  const common = useTexts(commonTexts);
  const { mutate } = useOptimistic<Change, WorkItemAutomation, WorkItemAutomations>({
    queryKey: LIST_KEY,
    send: ({ project, change }) =>
      client.call(calls.changeWorkItemAutomation, { params: { project }, body: change }),
    foresee: (cached, { project, change }) => ({
      ...cached,
      projects: cached.projects.map((each) => (each.project === project ? foreseen(each, change) : each)),
    }),
    refreshes: [AUTOMATION_KEY, ITERATIONS_KEY],
    onDone: (_, { project, change, before }) => {
      const undo = before && {
        name: common.undo,
        run: () => mutate({ project, change: backOf(change, before) }),
      };
      toast({ text: texts.saved({ project }), ...(undo && { action: undo }) });
    },
  });
  return mutate;
}

function foreseen(project: WorkItemAutomation, change: WorkItemAutomationChange): WorkItemAutomation {
  const { estimateField, ...switches } = change;
  return {
    ...project,
    ...switches,
    ...(estimateField !== undefined && { estimateField: estimateField === '' ? null : estimateField }),
  };
}

/** Begins to set Completed Work for the past. */
export function useRecompute(project: string) {
  const client = useClient();
  const queryClient = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  return useMutation({
    mutationFn: () => client.call(calls.recomputeCompletedWork, { params: { project } }),
    onError: (error) => toast({ text: errorText(error) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: AUTOMATION_KEY }),
  });
}

/** One work item of a project that was written, or is to be. */
export type Write = AnswerOf<typeof calls.listWorkItemWrites>[number];

/** The work items of a project that were written, or are to be; the latest first. */
export function useWrites(project: string, state: WriteState | null) {
  const client = useClient();
  return useQuery({
    queryKey: [...AUTOMATION_KEY, 'writes', project, state],
    queryFn: ({ signal }) =>
      client.call(calls.listWorkItemWrites, {
        params: { project },
        query: { $count: MOST_WRITES, ...(state && { $state: state }) },
        signal,
      }),
    refetchInterval: WATCH_MILLISECONDS,
  });
}
