import { FluentProvider } from '@fluentui/react-components';
import { DEFAULT_WEEK_RULES } from '@stint/domain';
import {
  createFormats,
  darkTheme,
  FormatsContext,
  type Language,
  LanguageContext,
  LANGUAGES,
  languageOf,
  lightTheme,
} from '@stint/ui';
import { type ReactNode, Suspense, useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DesktopBridge } from '../bridge/bridge.ts';
import type { DesktopView } from '../core/app/view.ts';
import { BridgeContext, useReceivedView } from './bridge-context.ts';
import { TimeContext } from './clock.ts';
import { MainWindow } from './main-window.tsx';
import { MiniForm } from './mini/mini-form.tsx';
import { ActProvider } from './use-act.tsx';

/** The page of the app: the window, or the small bar. */
export function App({ bridge, isMini }: { readonly bridge: DesktopBridge; readonly isMini: boolean }) {
  const received = useReceivedView(bridge);
  const time = useMemo(
    () => ({ now: received?.view.now ?? 0, receivedAt: received?.receivedAt ?? 0 }),
    [received],
  );
  if (received === null) return null;
  const { view } = received;
  return (
    <BridgeContext value={bridge}>
      <TimeContext value={time}>
        <Surroundings view={view}>
          <Suspense>
            <ActProvider>{isMini ? <MiniForm view={view} /> : <MainWindow view={view} />}</ActProvider>
          </Suspense>
        </Surroundings>
      </TimeContext>
    </BridgeContext>
  );
}

/** Theme, language and formats as the settings of the app and of the person say. */
function Surroundings({ view, children }: { readonly view: DesktopView; readonly children: ReactNode }) {
  const { settings, active } = view;
  const isDark = useIsDark(settings.theme);
  // Another language is shown when its texts are there; until then the window stays as it is.
  const language = useDeferredValue(languageIn(settings.language));
  const zone = active?.zone ?? 'UTC';
  const durationFormat = active?.rules.durationFormat ?? 'HH:MM';
  const formats = useMemo(
    () =>
      createFormats({
        locale: localeIn(language),
        timeZone: zone,
        durationFormat,
        weekRules: DEFAULT_WEEK_RULES,
        rounding: null,
      }),
    [language, zone, durationFormat],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [language, isDark]);
  return (
    <LanguageContext value={language}>
      <FormatsContext value={formats}>
        <FluentProvider
          style={{ height: '100%', background: 'var(--stint-background)' }}
          theme={isDark ? darkTheme : lightTheme}
        >
          {children}
        </FluentProvider>
      </FormatsContext>
    </LanguageContext>
  );
}

function languageIn(chosen: string): Language {
  return LANGUAGES.find((each) => each === chosen) ?? languageOf(navigator.languages);
}

/** The system's own spelling of the language where it has one: `en-GB` writes days as people there do. */
function localeIn(language: Language): string {
  return navigator.languages.find((each) => each.startsWith(language)) ?? language;
}

const dark = matchMedia('(prefers-color-scheme: dark)');

function useIsDark(theme: 'system' | 'light' | 'dark'): boolean {
  const isSystemDark = useSyncExternalStore(
    (heard) => {
      dark.addEventListener('change', heard);
      return () => dark.removeEventListener('change', heard);
    },
    () => dark.matches,
  );
  return theme === 'system' ? isSystemDark : theme === 'dark';
}
