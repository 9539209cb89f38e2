import { Button } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { Menu, MenuItem, useFormats, useTexts } from '@stint/ui';
import { auditLogTexts } from '../../texts/audit-log/texts.ts';
import { type AuditSearch, auditFilter } from './audit-search.ts';

/** Downloads everything that the filters let through. */
export function ExportMenu({ search }: { readonly search: AuditSearch }) {
  const texts = useTexts(auditLogTexts);
  const { timeZone } = useFormats().settings;
  const save = (format: 'csv' | 'json') => {
    const query = new URLSearchParams({ 'api-version': '3.2', ...auditFilter(search, timeZone), format });
    window.location.assign(`/api/rest/auditLog/export?${query.toString()}`);
  };
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} icon={<ChevronDown12Regular />} iconPosition="after">
          {texts.export}
        </Button>
      )}
    >
      <MenuItem onSelect={() => save('csv')}>{texts.exportCsv}</MenuItem>
      <MenuItem onSelect={() => save('json')}>{texts.exportJson}</MenuItem>
    </Menu>
  );
}
