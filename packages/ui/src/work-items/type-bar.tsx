import { makeStyles } from '@fluentui/react-components';
import { colours, cssColour } from '../theme/colours.ts';

const useStyles = makeStyles({
  bar: { display: 'inline-block', width: '3px', height: '18px', borderRadius: '2px', flexShrink: 0 },
});

/** The work item type's colour as a bar of 3 px; grey for time without a work item. `color` is six hex digits. */
export function TypeBar({ color }: { readonly color: string | null }) {
  const styles = useStyles();
  const background = (color && cssColour(color)) ?? colours.faint;
  return <span aria-hidden className={styles.bar} style={{ backgroundColor: background }} />;
}
