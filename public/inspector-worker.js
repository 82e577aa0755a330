// Keeps an inspector's pages for when there is no line: network first for pages, kept files of the build as they are. Writes are never touched.
const pagesName = 'ningqi-inspector-pages';
const filesName = 'ningqi-inspector-files';
const isPage = ({ pathname }) => pathname === '/inspector' || pathname.startsWith('/inspector/');
const isFile = ({ pathname }) => pathname.startsWith('/_next/static/');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

const forget = () => caches.delete(pagesName);

async function keepFiles(html) {
  const files = await caches.open(filesName);
  const names = [...new Set(html.match(/\/_next\/static\/[\w\-./~%]+\.(?:js|css|woff2)/g) ?? [])];
  await Promise.all(names.map(async (name) => ((await files.match(name)) ? undefined : files.add(name).catch(() => undefined))));
}

// A page that leads to the sign-in means that the session ended: what was kept is nobody's any more.
async function keepPage(url, response) {
  if (response.redirected || response.status === 401) return forget();
  if (!response.ok || !(response.headers.get('content-type') ?? '').includes('text/html')) return undefined;
  const copy = response.clone();
  await (await caches.open(pagesName)).put(url.pathname, response.clone());
  return keepFiles(await copy.text());
}

async function fromNetworkFirst(event, url) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepPage(url, response.clone()).catch(() => undefined));
    return response;
  } catch (error) {
    const kept = await (await caches.open(pagesName)).match(url.pathname);
    if (kept) return kept;
    throw error;
  }
}

async function fromKeptFirst(request) {
  const files = await caches.open(filesName);
  const kept = await files.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await files.put(request, response.clone());
  return response;
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && isPage(url)) event.respondWith(fromNetworkFirst(event, url));
  else if (isFile(url)) event.respondWith(fromKeptFirst(event.request));
});

async function keepAll({ owner, pages }) {
  const marks = await caches.open(pagesName);
  const last = await (await marks.match('/owner'))?.text();
  if (last !== owner) await forget();
  await (await caches.open(pagesName)).put('/owner', new Response(owner));
  for (const page of pages) {
    const url = new URL(page, self.location.origin);
    await keepPage(url, await fetch(url, { headers: { accept: 'text/html' } })).catch(() => undefined);
  }
}

self.addEventListener('message', (event) => {
  event.waitUntil(event.data === 'forget' ? forget() : keepAll(event.data).catch(() => undefined));
});
