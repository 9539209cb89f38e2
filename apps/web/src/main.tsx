import './base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ClientContext, createPageClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { SESSION_KEY } from './api/session.ts';
import { createPageRouter } from './app/router.tsx';
import { ThemeProvider } from './app/theme-provider.tsx';
import { ToastProvider } from './toasts/toast-provider.tsx';

const queryClient = createQueryClient(() => {
  const { pathname, href } = router.state.location;
  if (pathname === '/sign-in') return;
  queryClient.removeQueries({ queryKey: SESSION_KEY });
  void router.navigate({ to: '/sign-in', search: pathname === '/' ? {} : { back: href } });
});
const client = createPageClient(queryClient);
const router = createPageRouter({ client, queryClient });

const container = document.getElementById('root');
if (!container) throw new Error('The page has no #root');
createRoot(container).render(
  <StrictMode>
    <ThemeProvider>
      <QueryClientProvider client={queryClient}>
        <ClientContext value={client}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ClientContext>
      </QueryClientProvider>
    </ThemeProvider>
  </StrictMode>,
);
