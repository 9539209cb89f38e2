import { mergeClasses } from '@fluentui/react-components';
import { Checkmark12Regular } from '@fluentui/react-icons/svg/checkmark';
import { useGridStyles } from './use-grid-styles.ts';

/** Shows whether a line is selected; a click on it adds to what is selected. */
export function CheckMark({ isOn }: { readonly isOn: boolean }) {
  const styles = useGridStyles();
  return (
    <span aria-hidden className={mergeClasses(styles.box, isOn && styles.boxOn)} data-check="">
      {isOn && <Checkmark12Regular />}
    </span>
  );
}
