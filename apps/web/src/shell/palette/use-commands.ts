import { LANGUAGE_NAMES, LANGUAGES, useTexts } from '@stint/ui';
import { useNavigate } from '@tanstack/react-router';
import { THEME_CHOICES } from '../../app/theme-choice.ts';
import { useTheme } from '../../app/theme-provider.tsx';
import { paletteTexts } from '../../texts/palette/texts.ts';
import { shellTexts } from '../../texts/shell/texts.ts';
import { useClock } from '../../track/clock.tsx';
import { useOverlays } from '../overlays-context.ts';
import { THEME_NAMES } from '../theme-names.ts';
import { useLanguageChoice } from '../use-language-choice.ts';
import { usePages } from '../use-pages.ts';
import { useSignOut } from '../use-sign-out.ts';
import type { Command } from './commands.ts';

/** Everything that the palette can do here and now, but for starting on a work item. */
export function useCommands(): Command[] {
  const texts = useTexts(paletteTexts);
  const shell = useTexts(shellTexts);
  const pages = usePages();
  const navigate = useNavigate();
  const clock = useClock();
  const overlays = useOverlays();
  const theme = useTheme();
  const language = useLanguageChoice();
  const signOut = useSignOut();
  return [
    ...pages.map(
      ({ key, path, letter }): Command => ({
        id: `page-${key}`,
        group: 'pages',
        name: shell[key],
        keys: `G ${letter.toUpperCase()}`,
        run: () => void navigate({ to: path }),
      }),
    ),
    act('add-time', texts.addTime, () => overlays.open({ kind: 'add' }), 'A'),
    act('new', texts.newTrack, clock.focusBar, 'N'),
    ...(clock.isRunning ? [act('stop', texts.stop, clock.stop, 'S')] : []),
    act('continue', texts.continueLast, clock.continueLast, 'C'),
    act('shortcuts', texts.showShortcuts, () => overlays.open('shortcuts'), '?'),
    ...THEME_CHOICES.map((choice) =>
      act(`theme-${choice}`, texts.useTheme({ name: shell[THEME_NAMES[choice]] }), () =>
        theme.choose(choice),
      ),
    ),
    ...LANGUAGES.map((each) =>
      act(`language-${each}`, texts.useLanguage({ name: LANGUAGE_NAMES[each] }), () => language.choose(each)),
    ),
    act('account', texts.account, () => void navigate({ to: '/settings/account' })),
    act('sign-out', texts.signOut, signOut),
  ];
}

function act(id: string, name: string, run: () => void, keys?: string): Command {
  return { id, group: 'acts', name, run, ...(keys !== undefined && { keys }) };
}
