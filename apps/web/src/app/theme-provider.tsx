import { FluentProvider } from '@fluentui/react-components';
import { darkTheme, lightTheme } from '@stint/ui';
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { isDark, readThemeChoice, type ThemeChoice } from './theme-choice.ts';

const KEY = 'stint-theme';
const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function onSystemChange(listener: () => void): () => void {
  systemDark.addEventListener('change', listener);
  return () => systemDark.removeEventListener('change', listener);
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

/** Puts the light or dark theme in force for everything below. */
export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const [choice, setChoice] = useState(() => readThemeChoice(localStorage.getItem(KEY)));
  const systemIsDark = useSyncExternalStore(onSystemChange, () => systemDark.matches);
  const dark = isDark(choice, systemIsDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
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
      <FluentProvider theme={dark ? darkTheme : lightTheme}>{children}</FluentProvider>
    </ThemeContext>
  );
}
