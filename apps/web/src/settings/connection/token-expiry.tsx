import { DateField } from '../../components/date-field.tsx';
import { useFormats, useTexts } from '@stint/ui';
import { readWallDate } from '@stint/domain';
import { Panel } from '../../components/panel.tsx';
import { connectionTexts } from '../../texts/connection/texts.ts';
import { SettingRow } from '../organization/setting-row.tsx';
import { settingsTexts } from '../../texts/settings/texts.ts';
import { type Connection, useChangeExpiry } from './use-connection.ts';

/** When the token ends, and what follows from it. */
export function TokenExpiry({ connection }: { readonly connection: Connection }) {
  const texts = useTexts(connectionTexts);
  const { token } = useTexts(settingsTexts);
  const change = useChangeExpiry();
  const effect = useEffectText(connection);
  const { expires } = connection;
  return (
    <Panel title={token}>
      <SettingRow
        control={(described) => (
          <DateField
            {...described}
            defaultValue={expires ?? ''}
            key={expires}
            onBlur={({ target }) => {
              const day = target.value === '' ? null : target.value;
              if (day !== expires && target.validity.valid) change({ expires: day, before: expires });
            }}
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter') currentTarget.blur();
            }}
          />
        )}
        effect={effect}
        help={texts.expiresHelp}
        title={texts.expires}
      />
    </Panel>
  );
}

function useEffectText({ expires, expiresInDays }: Connection): string {
  const texts = useTexts(connectionTexts);
  const formats = useFormats();
  const day = readWallDate(expires ?? '');
  if (day === null || expiresInDays === null) return texts.expiresNone;
  if (expiresInDays === 0) return texts.expiresToday;
  if (expiresInDays < 0) return texts.expired({ date: formats.day(day, 'full') });
  return texts.expiresIn({ count: expiresInDays });
}
