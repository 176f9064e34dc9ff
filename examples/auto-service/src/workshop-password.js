import { createHash, timingSafeEqual } from 'node:crypto'

/** True when the workshop's pages may be shown; otherwise the browser has been asked for the password. Open to all when none is set. */
export function mayEnterWorkshop(request, response, password) {
  if (!password) return true
  const [, encoded = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? []
  const given = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '')
  if (timingSafeEqual(digest(given), digest(password))) return true
  response.writeHead(401, { 'www-authenticate': 'Basic realm="workshop", charset="UTF-8"' }).end()
  return false
}

const digest = (text) => createHash('sha256').update(text).digest()
