import type { Role } from '@stint/domain';
import { useTexts } from '@stint/ui';
import { useSession } from '../api/session.ts';
import { commonTexts } from '../texts/common/texts.ts';
import { StateMessage } from './state-message.tsx';

/** Stands in place of what the person’s role may not see, and says which role may. */
export function NoPermission({ needed }: { readonly needed: Role }) {
  const texts = useTexts(commonTexts);
  const { role } = useSession();
  return <StateMessage text={texts.roleNeeded({ needed, own: role })} title={texts.notForYourRole} />;
}
