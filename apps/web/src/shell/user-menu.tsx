import { Button, makeStyles } from '@fluentui/react-components';
import { colours, LANGUAGE_NAMES, LANGUAGES, Menu, MenuGroup, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/session.ts';
import { THEME_CHOICES } from '../app/theme-choice.ts';
import { useTheme } from '../app/theme-provider.tsx';
import { PersonChip } from '../components/person-chip.tsx';
import { useInstall } from '../pwa/use-install.ts';
import { shellTexts } from '../texts/shell/texts.ts';
import { useOverlays } from './overlays-context.ts';
import { THEME_NAMES } from './theme-names.ts';
import { useLanguageChoice } from './use-language-choice.ts';
import { useSignOut } from './use-sign-out.ts';

const useStyles = makeStyles({
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    padding: '6px 10px',
    fontWeight: 400,
    color: colours.dim,
  },
});

/** Who is signed in; the theme, the language, the account and the way out. */
export function UserMenu() {
  const styles = useStyles();
  const texts = useTexts(shellTexts);
  const { user } = useSession();
  const { choice, choose } = useTheme();
  const language = useLanguageChoice();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { open } = useOverlays();
  const install = useInstall();
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} appearance="subtle" className={styles.button}>
          <PersonChip id={user.id} name={user.name} />
        </Button>
      )}
    >
      <MenuGroup title={texts.theme}>
        {THEME_CHOICES.map((each) => (
          <MenuItem isChosen={each === choice} key={each} onSelect={() => choose(each)}>
            {texts[THEME_NAMES[each]]}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup title={texts.language}>
        <MenuItem isChosen={language.locale === null} onSelect={() => language.choose(null)}>
          {texts.languageOfOrganization}
        </MenuItem>
        {LANGUAGES.map((each) => (
          <MenuItem
            isChosen={language.locale?.split('-')[0] === each}
            key={each}
            onSelect={() => language.choose(each)}
          >
            <span lang={each}>{LANGUAGE_NAMES[each]}</span>
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuRule />
      <MenuItem hint="?" onSelect={() => open('shortcuts')}>
        {texts.shortcuts}
      </MenuItem>
      {install && <MenuItem onSelect={install}>{texts.install}</MenuItem>}
      <MenuItem onSelect={() => void navigate({ to: '/settings/account' })}>{texts.account}</MenuItem>
      <MenuItem onSelect={signOut}>{texts.signOut}</MenuItem>
    </Menu>
  );
}
