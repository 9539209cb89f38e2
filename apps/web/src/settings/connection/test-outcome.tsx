import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { AnswerOf, calls } from '@stint/contract';
import { colours, useTexts } from '@stint/ui';
import { connectionTexts } from '../../texts/connection/texts.ts';

const useStyles = makeStyles({
  outcome: { overflowWrap: 'anywhere', maxWidth: '76ch' },
  good: { color: colours.run },
  bad: { color: colours.fault },
});

interface TestOutcomeProps {
  /** null until a try has ended. */
  readonly outcome: AnswerOf<typeof calls.testConnection> | null;
  /** Why the try itself was refused. */
  readonly refusal: string | null;
}

/** What became of a try of the connection. */
export function TestOutcome({ outcome, refusal }: TestOutcomeProps) {
  const styles = useStyles();
  const texts = useTexts(connectionTexts);
  const reason = refusal ?? (outcome?.succeeded === false ? (outcome.fault ?? '') : null);
  const name = outcome?.userName ?? '';
  const good = outcome?.deployment === 'services' ? texts.testGoodServices : texts.testGoodServer;
  return (
    <span className={mergeClasses(styles.outcome, reason === null ? styles.good : styles.bad)} role="status">
      {reason !== null && texts.testBad({ reason })}
      {reason === null && outcome && good({ name })}
    </span>
  );
}
