// Keeps one page that says there is no connection, and nothing else: what the API answers is personal and never kept.

const CACHE = 'artel-page-1'
const OFFLINE = '/c/-/offline.html'

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(OFFLINE)))
})

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(fetch(event.request).catch(async () => (await caches.match(OFFLINE)) ?? Response.error()))
})
