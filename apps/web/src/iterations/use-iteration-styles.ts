import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

export const useIterationStyles = makeStyles({
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  box: {
    '> [data-state-message]': {
      border: `1px solid ${colours.line}`,
      borderRadius: '8px',
      backgroundColor: colours.panel,
    },
  },
  link: {
    color: colours.ink,
    fontWeight: 600,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    '@media (max-width: 720px)': { display: 'inline-block', padding: '10px 0' },
  },
  dim: { color: colours.dim, whiteSpace: 'nowrap' },
  number: { whiteSpace: 'nowrap' },
  budget: {
    display: 'block',
    maxWidth: '240px',
    '@media (max-width: 1500px)': { maxWidth: '130px' },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { color: colours.ink, textDecorationLine: 'underline' },
  },
  name: { whiteSpace: 'nowrap' },
  days: { whiteSpace: 'nowrap', color: colours.dim },
  now: {
    display: 'inline-block',
    marginLeft: '8px',
    padding: '0 8px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '18px',
    fontWeight: 600,
    color: colours.run,
    backgroundColor: colours.runSoft,
    '@media (forced-colors: active)': { border: '1px solid' },
  },
  moved: {
    display: 'inline-block',
    minWidth: '14px',
    padding: '0 6px',
    borderRadius: '10px',
    fontSize: '12px',
    lineHeight: '20px',
    textAlign: 'center',
    color: colours.warn,
    backgroundColor: colours.warnSoft,
  },
  total: { color: colours.dim, whiteSpace: 'nowrap' },
});
