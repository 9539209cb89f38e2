import { makeStyles } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { colours, IconButton, useFormats, useTexts } from '@stint/ui';
import { approvalsTexts } from '../texts/approvals/texts.ts';
import { commonTexts } from '../texts/common/texts.ts';
import type { Refused } from './use-decide.ts';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '12px',
    padding: '8px 8px 8px 16px',
    border: `1px solid ${colours.line}`,
    borderLeft: `3px solid ${colours.fault}`,
    borderRadius: '8px',
    backgroundColor: colours.faultSoft,
  },
  text: { flexGrow: 1, minWidth: 0 },
  title: { margin: '4px 0', fontSize: '14px', lineHeight: '20px', fontWeight: 600, color: colours.fault },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  item: { padding: '2px 0', overflowWrap: 'anywhere' },
  detail: { color: colours.dim },
});

/** What could not be decided, week by week, with the reason and what to do now. */
export function RefusedWeeks({ refused }: { readonly refused: Refused }) {
  const styles = useStyles();
  const texts = useTexts(approvalsTexts);
  const common = useTexts(commonTexts);
  const formats = useFormats();
  return (
    <section className={styles.box} role="alert">
      <div className={styles.text}>
        <h2 className={styles.title}>{texts.refusedTitle({ count: refused.weeks.length })}</h2>
        <ul className={styles.list}>
          {refused.weeks.map(({ week, hasChanged, message }) => (
            <li className={styles.item} key={week.key}>
              <b>{week.person.name}</b>, {formats.days(week.start, week.end)}:{' '}
              {hasChanged && `${texts.changedMeanwhile} `}
              <span className={styles.detail}>{message}</span>
            </li>
          ))}
        </ul>
      </div>
      <IconButton icon={<Dismiss16Regular />} name={common.dismiss} onClick={refused.dismiss} />
    </section>
  );
}
