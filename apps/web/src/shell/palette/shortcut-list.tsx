import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { paletteTexts } from '../../texts/palette/texts.ts';
import { shellTexts } from '../../texts/shell/texts.ts';
import { capsOf } from '../keys/key-table.ts';
import { type KeyLine, useLinesOfPage } from '../keys/page-keys.tsx';
import { COMMON_KEYS, PERIOD_KEYS, SHELL_KEYS } from '../keys/shell-keys.ts';
import { usePages } from '../use-pages.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)',
    gap: '0 32px',
    outline: 'none',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  title: { margin: '12px 0 4px', fontSize: '12px', lineHeight: '16px', fontWeight: 600, color: colours.dim },
  list: { margin: 0 },
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '12px',
    minHeight: '32px',
    borderTop: `1px solid ${colours.line}`,
  },
  keys: { display: 'flex', gap: '4px', margin: 0, flexShrink: 0 },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: '16px' },
});

/** What the pieces of `@stint/ui` do with keys in every table and menu. */
const LIST_KEYS = {
  move: ['ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight'],
  ends: ['Home', 'End'],
  choose: ['Enter'],
} as const;

/** All keys that mean something (the key `?`): those of the page in front first. */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts(paletteTexts);
  const shell = useTexts(shellTexts);
  const common = useTexts(commonTexts);
  const pages = usePages();
  const ofPage = useLinesOfPage();
  const anywhere: KeyLine[] = [
    { keys: SHELL_KEYS.palette, name: texts.title },
    { keys: SHELL_KEYS.new, name: texts.newTrack },
    { keys: SHELL_KEYS.stop, name: texts.stop },
    { keys: SHELL_KEYS.continue, name: texts.continueLast },
    { keys: SHELL_KEYS.addTime, name: texts.addTime },
    { keys: COMMON_KEYS.undo, name: texts.undo },
    { keys: COMMON_KEYS.saveDialog, name: texts.saveDialog },
    { keys: COMMON_KEYS.leave, name: texts.leave },
    { keys: SHELL_KEYS.shortcuts, name: texts.shortcuts },
  ];
  const lists: KeyLine[] = [
    { keys: LIST_KEYS.move, name: texts.moveAround },
    { keys: LIST_KEYS.ends, name: texts.toTheEnds },
    { keys: LIST_KEYS.choose, name: texts.openOrChoose },
    { keys: [...PERIOD_KEYS.earlier, ...PERIOD_KEYS.later], name: texts.nextPeriod },
  ];
  const goTo = pages.map(
    ({ key, letter }): KeyLine => ({
      keys: [...SHELL_KEYS.goTo, letter.toUpperCase()],
      name: shell[key],
    }),
  );
  return (
    <Modal onClose={onClose} title={texts.shortcuts}>
      <div className={styles.columns} data-first-focus="" tabIndex={-1}>
        <div>
          {ofPage.length > 0 && <Keys lines={ofPage} title={texts.onThisPage} />}
          <Keys lines={anywhere} title={texts.anywhere} />
          <Keys lines={lists} title={texts.inLists} />
        </div>
        <Keys lines={goTo} title={texts.goTo} />
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </Modal>
  );
}

function Keys({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {lines.map(({ name, keys }) => (
          <div className={styles.row} key={name}>
            <dt>{name}</dt>
            <dd className={styles.keys}>
              {capsOf(keys).map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
