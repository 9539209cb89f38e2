import { makeStyles } from '@fluentui/react-components';
import { colours } from '@stint/ui';

/** The look of the small forms in dialogs of the settings. */
export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0 },
  refusal: { margin: 0, color: colours.fault },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: '8px', marginTop: '8px' },
});
