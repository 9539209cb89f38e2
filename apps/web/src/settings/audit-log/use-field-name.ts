import { useTexts } from '@stint/ui';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { organizationTexts } from '../../texts/organization/texts.ts';
import { nameOf } from './names.ts';

/** Names the fields of a kind of thing; settings are named as on their pages. */
export function useFieldName(entity: string): (field: string) => string {
  const texts = useTexts(auditLogTexts);
  const settings: Readonly<Record<string, unknown>> = useTexts(organizationTexts);
  return (field) => {
    const title = entity === 'settings' ? settings[field] : undefined;
    return typeof title === 'string' ? title : nameOf(texts, 'field', field);
  };
}
