// Keeps the shell of the pages, so that they open at once and offline. It never touches the API: answers are people's data.
const SHELL = 'stint-shell';
const ASSETS = 'stint-assets';
const HOME = '/';

self.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(asset(request));
  else if (request.mode === 'navigate' && !/^\/(api|auth|token|signalr)(\/|$)/.test(pathname))
    event.respondWith(page(request));
});

/** The page from the server, as it is now; without one, as it was. */
async function page(request) {
  try {
    const response = await fetch(request);
    if (response.ok) await keepHome(response.clone());
    return response;
  } catch (error) {
    const known = await (await caches.open(SHELL)).match(HOME);
    if (known) return known;
    throw error;
  }
}

/** Files whose names carry a hash of their content never change. */
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** Keeps the page; when it is another one than before (a new version), files of the old one are forgotten. */
async function keepHome(response) {
  const cache = await caches.open(SHELL);
  const [before, now] = await Promise.all([
    cache.match(HOME).then((known) => known?.text()),
    response.clone().text(),
  ]);
  if (before === now) return;
  if (before !== undefined) await caches.delete(ASSETS);
  await cache.put(HOME, response);
  const files = [...now.matchAll(/\/assets\/[\w.-]+/g)].map(([path]) => path);
  await (await caches.open(ASSETS)).addAll([...new Set(files)]);
}

async function keepShell() {
  await keepHome(await fetch(HOME, { cache: 'no-cache' }));
}
