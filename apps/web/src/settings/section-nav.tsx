import { Button, makeStyles } from '@fluentui/react-components';
import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { colours, Menu, MenuGroup, MenuItem, useTexts } from '@stint/ui';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { settingsTexts } from '../texts/settings/texts.ts';
import { SECTION_GROUPS, type Section } from './section-list.ts';

const useStyles = makeStyles({
  nav: {
    position: 'sticky',
    top: '80px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    '@media (max-width: 1000px)': { display: 'none' },
  },
  group: { display: 'flex', flexDirection: 'column', gap: '1px' },
  title: {
    margin: 0,
    padding: '0 10px 4px',
    fontSize: '11px',
    lineHeight: '16px',
    fontWeight: 600,
    letterSpacing: '0.04em',
    textTransform: 'uppercase',
    color: colours.faint,
  },
  link: {
    padding: '5px 10px',
    borderRadius: '6px',
    color: colours.dim,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: colours.soft },
    '&[aria-current="page"]': {
      backgroundColor: colours.brandSoft,
      color: colours.brand,
      fontWeight: 600,
      '@media (forced-colors: active)': { outline: '2px solid Highlight', outlineOffset: '-2px' },
    },
  },
  menu: { display: 'none', '@media (max-width: 1000px)': { display: 'block' } },
});

/** The sections of the settings: a list at the left, a menu where there is no room for it. */
export function SectionNav({ sections }: { readonly sections: readonly Section[] }) {
  const styles = useStyles();
  const texts = useTexts(settingsTexts);
  const groups = SECTION_GROUPS.map((group) => ({
    group,
    members: sections.filter((section) => section.group === group),
  })).filter(({ members }) => members.length > 0);
  return (
    <>
      <nav aria-label={texts.title} className={styles.nav}>
        {groups.map(({ group, members }) => (
          <div className={styles.group} key={group}>
            <p className={styles.title}>{texts[group]}</p>
            {members.map(({ path, key }) => (
              <Link className={styles.link} key={path} to={path}>
                {texts[key]}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className={styles.menu}>
        <SectionMenu groups={groups} />
      </div>
    </>
  );
}

interface SectionMenuProps {
  readonly groups: readonly {
    readonly group: Section['group'];
    readonly members: readonly Section[];
  }[];
}

function SectionMenu({ groups }: SectionMenuProps) {
  const texts = useTexts(settingsTexts);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const current = groups.flatMap(({ members }) => members).find(({ path }) => path === pathname);
  return (
    <Menu
      trigger={(props) => (
        <Button {...props} icon={<ChevronDown12Regular />} iconPosition="after">
          {current ? texts[current.key] : texts.title}
        </Button>
      )}
    >
      {groups.map(({ group, members }) => (
        <MenuGroup key={group} title={texts[group]}>
          {members.map(({ path, key }) => (
            <MenuItem isChosen={path === pathname} key={path} onSelect={() => void navigate({ to: path })}>
              {texts[key]}
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}
