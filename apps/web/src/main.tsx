import { languageOf } from '@stint/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition, Suspense } from 'react';
import { ClientContext, createPageClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { SESSION_KEY } from './api/session.ts';
import { createPageRouter, fetchPageAhead } from './app/router.tsx';
import { ThemeProvider } from './app/theme-provider.tsx';
import type { LanguageHolder } from './language/language-holder.ts';
import { firstLocale, LocaleProvider } from './language/locale-provider.tsx';
import { listenForInstall } from './pwa/install-offer.ts';
import { registerServiceWorker } from './pwa/register.ts';
import { InstallContext } from './pwa/use-install.ts';
import { ToastProvider } from './toasts/toast-provider.tsx';

const installOffer = listenForInstall(window);
registerServiceWorker();

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: SESSION_KEY });
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { back: href } });
});
const client = createPageClient(queryClient);
const language: LanguageHolder = { current: languageOf([firstLocale(), ...navigator.languages]) };
const router = createPageRouter({ client, queryClient, language });

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root');
const page = (
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <ClientContext value={client}>
          <LocaleProvider holder={language}>
            <InstallContext value={installOffer}>
              <Suspense>
                <ToastProvider>
                  <RouterProvider router={router} />
                </ToastProvider>
              </Suspense>
            </InstallContext>
          </LocaleProvider>
        </ClientContext>
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>
);
/**
 * Renders the page once there is everything to show, and as a transition, which lets the browser answer in between. What renders is
 * fetched and run while the server is asked who is there.
 */
async function show(at: HTMLElement): Promise<void> {
  fetchPageAhead(router);
  const [{ createRoot }] = await Promise.all([import('react-dom/client'), router.load()]);
  startTransition(() => createRoot(at).render(page));
}
void show(container);
