import { ThemedRoot } from '@stint/ui';
import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { readThemeChoice, type ThemeChoice, themeOf } from './theme-choice.ts';

const KEY = 'stint-theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const systemContrast = window.matchMedia('(prefers-contrast: more)');

const system = () => ({ dark: systemDark.matches, moreContrast: systemContrast.matches });
// At once: what is shown until the page is rendered has the theme too.
document.documentElement.dataset['theme'] = themeOf(readThemeChoice(localStorage.getItem(KEY)), system());

function onSystemChange(listener: () => void): () => void {
  for (const query of [systemDark, systemContrast]) query.addEventListener('change', listener);
  return () => {
    for (const query of [systemDark, systemContrast]) query.removeEventListener('change', listener);
  };
}

interface ThemeControl {
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
}

const ThemeContext = createContext<ThemeControl>({ choice: 'system', choose: () => {} });

/** The person's choice of theme, and how to change it; kept in this browser. */
export function useTheme(): ThemeControl {
  return useContext(ThemeContext);
}

/** Puts a theme in force for everything below. Colours that the machine forces (Windows’ contrast themes) win over all. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(() => readThemeChoice(localStorage.getItem(KEY)));
  const systemIsDark = useSyncExternalStore(onSystemChange, () => systemDark.matches);
  const wantsContrast = useSyncExternalStore(onSystemChange, () => systemContrast.matches);
  const theme = themeOf(choice, { dark: systemIsDark, moreContrast: wantsContrast });
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const control = useMemo(
    () => ({
      choice,
      choose: (next: ThemeChoice) => {
        localStorage.setItem(KEY, next);
        setChoice(next);
      },
    }),
    [choice],
  );
  return (
    <ThemeContext value={control}>
      <ThemedRoot>{children}</ThemedRoot>
    </ThemeContext>
  );
}
