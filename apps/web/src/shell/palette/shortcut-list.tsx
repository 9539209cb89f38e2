import { Button, makeStyles } from '@fluentui/react-components';
import { colours, useTexts } from '@stint/ui';
import { Modal } from '../../components/modal.tsx';
import { commonTexts } from '../../texts/common/texts.ts';
import { paletteTexts } from '../../texts/palette/texts.ts';
import { shellTexts } from '../../texts/shell/texts.ts';
import { usePages } from '../use-pages.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(240px, 1fr))',
    gap: '0 32px',
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
  key: {
    padding: '0 6px',
    border: `1px solid ${colours.line}`,
    borderBottomWidth: '2px',
    borderRadius: '4px',
    font: 'inherit',
    fontSize: '12px',
    fontWeight: 600,
    color: colours.dim,
  },
  actions: { display: 'flex', justifyContent: 'flex-end', marginTop: '16px' },
});

type Line = readonly [name: string, keys: readonly string[]];

/** All keys that mean something (the key `?`). */
export function ShortcutList({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const texts = useTexts(paletteTexts);
  const shell = useTexts(shellTexts);
  const common = useTexts(commonTexts);
  const pages = usePages();
  const anywhere: Line[] = [
    [texts.title, ['Ctrl', 'K']],
    [texts.newTrack, ['N']],
    [texts.stop, ['S']],
    [texts.continueLast, ['C']],
    [texts.addTime, ['A']],
    [texts.undo, ['Ctrl', 'Z']],
    [texts.saveDialog, ['Ctrl', '↵']],
    [texts.leave, ['Esc']],
    [texts.shortcuts, ['?']],
  ];
  const lists: Line[] = [
    [texts.moveAround, ['←', '↑', '↓', '→']],
    [texts.toTheEnds, ['Home', 'End']],
    [texts.openOrChoose, ['↵']],
    [texts.nextPeriod, ['PgUp', 'PgDn']],
  ];
  const goTo = pages.map(({ key, letter }): Line => [shell[key], ['G', letter.toUpperCase()]]);
  return (
    <Modal onClose={onClose} title={texts.shortcuts}>
      <div className={styles.columns}>
        <div>
          <Keys lines={anywhere} title={texts.anywhere} />
          <Keys lines={lists} title={texts.inLists} />
        </div>
        <Keys lines={goTo} title={texts.goTo} />
      </div>
      <div className={styles.actions}>
        <Button data-first-focus="" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Modal>
  );
}

function Keys({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {lines.map(([name, keys]) => (
          <div className={styles.row} key={name}>
            <dt>{name}</dt>
            <dd className={styles.keys}>
              {keys.map((key) => (
                <kbd className={styles.key} key={key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
