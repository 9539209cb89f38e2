import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

export const useIterationStyles = makeStyles({
  panel: { border: `1px solid ${colours.line}`, borderRadius: '8px', backgroundColor: colours.panel },
  link: {
    color: colours.ink,
    fontWeight: 600,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
  },
  dim: { color: colours.dim },
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
