import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

const useStyles = makeStyles({
  mark: { width: '3px', alignSelf: 'stretch', minHeight: '18px', borderRadius: '2px', flexShrink: 0 },
});

/** The colour of a work item's type, as a bar; grey without one. `color` is six hex digits, with or without `#`. */
export function TypeMark({ color }: { readonly color: string | null }) {
  const styles = useStyles();
  const digits = color?.replace(/^#/, '') ?? '';
  const isColour = /^[0-9a-f]{6}$/i.test(digits);
  return (
    <span
      aria-hidden
      className={styles.mark}
      style={{ background: isColour ? `#${digits}` : colours.faint }}
    />
  );
}
