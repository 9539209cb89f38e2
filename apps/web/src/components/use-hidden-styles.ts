import { makeStyles } from '@fluentui/react-components';

/** For text that is read out and not seen. */
export const useHiddenStyles = makeStyles({
  text: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
