import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { calls } from '@stint/contract';
import { colours } from '@stint/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useClient } from '../api/client.ts';
import { messageOf } from '../api/message.ts';
import { useSession } from '../api/session.ts';
import { THEME_CHOICES, type ThemeChoice } from '../app/theme-choice.ts';
import { useTheme } from '../app/theme-provider.tsx';
import { useToast } from '../toasts/toast-provider.tsx';
import { initialsOf } from './initials.ts';

const useStyles = makeStyles({
  button: {
    width: '100%',
    justifyContent: 'flex-start',
    padding: '6px 10px',
    fontWeight: 400,
    color: colours.dim,
  },
  badge: {
    display: 'grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '24px',
    height: '24px',
    marginRight: '8px',
    borderRadius: '50%',
    fontSize: '11px',
    fontWeight: 600,
    color: '#ffffff',
    backgroundColor: '#5b5fc7',
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
};

/** Who is signed in; the theme, the account and the way out. */
export function UserMenu() {
  const styles = useStyles();
  const { user } = useSession();
  const { choice, choose } = useTheme();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const chosen = THEME_CHOICES.filter((each) => each === choice);
  return (
    <Menu
      checkedValues={{ theme: chosen }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const next = THEME_CHOICES.find((each) => each === checkedItems[0]);
        if (next) choose(next);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.button}>
          <span aria-hidden className={styles.badge}>
            {initialsOf(user.name)}
          </span>
          <span className={styles.name}>{user.name}</span>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>Theme</MenuGroupHeader>
            {THEME_CHOICES.map((each) => (
              <MenuItemRadio key={each} name="theme" value={each}>
                {THEME_NAMES[each]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem onClick={() => void navigate({ to: '/settings/account' })}>Account</MenuItem>
          <MenuItem onClick={() => signOut.mutate()}>Sign out</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function useSignOut() {
  const client = useClient();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: () => client.call(calls.signOut),
    onSuccess: async () => {
      await navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
    },
    onError: (error) => toast({ text: messageOf(error) }),
  });
}
