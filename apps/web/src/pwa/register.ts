/** Lets the service worker keep the shell of the pages, where the browser has one (not on plain HTTP) and the page is built. */
export function registerServiceWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').catch(() => {
      // Without it the pages work as before; they only do not open offline.
    });
  });
}
