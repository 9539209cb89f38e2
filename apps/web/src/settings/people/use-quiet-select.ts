import { makeStyles } from '@fluentui/react-components';

/** A choice in a table, as quiet as text until one points at it: a column of frames is hard to read. */
export const useQuietSelect = makeStyles({
  select: {
    width: 'calc(100% + 13px)',
    minWidth: '164px',
    marginLeft: '-13px',
    '& select': { width: '100%', textOverflow: 'ellipsis' },
    '@media (hover: hover)': {
      '& select:not(:hover):not(:focus)': {
        borderTopColor: 'transparent',
        borderRightColor: 'transparent',
        borderBottomColor: 'transparent',
        borderLeftColor: 'transparent',
      },
    },
    '@media (max-width: 720px)': { width: '190px', marginLeft: 0 },
  },
});
