import { makeStyles } from '@fluentui/react-components';
import { maySeeWorklogsOf, type UserId } from '@stint/domain';
import { colours, useTexts } from '@stint/ui';
import { usePersonalSettings } from '../api/personal-settings.ts';
import { useSession } from '../api/session.ts';
import { iterationsTexts } from '../texts/iterations/texts.ts';

const useStyles = makeStyles({ hint: { margin: 0, color: colours.dim } });

/** Says that lengths are of one’s own time, to those who see no other. */
export function OwnTimeHint() {
  const styles = useStyles();
  const texts = useTexts(iterationsTexts);
  const { role, user } = useSession();
  const { organization } = usePersonalSettings();
  if (organization === null) return null;
  const privacy = { membersSeeOthers: organization.membersSeeOthersTime };
  if (maySeeWorklogsOf({ id: user.id as UserId, role }, '' as UserId, privacy)) return null;
  return <p className={styles.hint}>{texts.ownTimeOnly}</p>;
}
