import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

/** The styles of what stands on the sign-in card. */
export const useCardStyles = makeStyles({
  title: { margin: 0, fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
  text: { margin: 0, color: colours.dim },
  refusal: {
    margin: 0,
    padding: '8px 12px',
    borderRadius: '6px',
    color: colours.fault,
    backgroundColor: colours.faultSoft,
  },
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  or: { display: 'flex', alignItems: 'center', gap: '12px', color: colours.dim, fontSize: '12px' },
  rule: { flexGrow: 1, height: '1px', border: 'none', margin: 0, backgroundColor: colours.line },
});
