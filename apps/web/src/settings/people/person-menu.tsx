import { Button } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { Menu, MenuItem, MenuRule, useTexts } from '@stint/ui';
import { useState } from 'react';
import { useSession } from '../../api/session.ts';
import { peopleTexts } from '../../texts/people/texts.ts';
import { EditPerson } from './edit-person.tsx';
import { ErasePerson } from './erase-person.tsx';
import type { Person } from './people.ts';
import { SignInLink } from './sign-in-link.tsx';

/** What can be done with a person, beside roles. */
export function PersonMenu({ person }: { readonly person: Person }) {
  const texts = useTexts(peopleTexts);
  const { user } = useSession();
  const [open, setOpen] = useState<'edit' | 'link' | 'erase' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu
        trigger={(props) => (
          <Button
            {...props}
            appearance="subtle"
            aria-label={texts.actsOf({ name: person.name })}
            icon={<MoreHorizontal20Regular />}
            size="small"
          />
        )}
      >
        <MenuItem onSelect={() => setOpen('edit')}>{texts.edit}</MenuItem>
        <MenuItem onSelect={() => setOpen('link')}>{texts.signInLink}</MenuItem>
        <MenuItem
          onSelect={() => window.location.assign(`/api/rest/users/${person.id}/export?api-version=3.2`)}
        >
          {texts.exportPerson}
        </MenuItem>
        {person.id !== user.id && (
          <>
            <MenuRule />
            <MenuItem onSelect={() => setOpen('erase')}>{texts.erase}</MenuItem>
          </>
        )}
      </Menu>
      {open === 'edit' && <EditPerson onClose={close} person={person} />}
      {open === 'link' && <SignInLink onClose={close} person={person} />}
      {open === 'erase' && <ErasePerson onClose={close} person={person} />}
    </>
  );
}
