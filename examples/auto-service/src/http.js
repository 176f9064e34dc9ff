import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'

const contentTypes = { '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }
const maxBodyBytes = 64 * 1024

/** Security headers of every answer: scripts and data come from this site, the widget's origin and the API's, nothing else. */
export function securityHeaders({ widgetUrl, apiUrl }) {
  const widget = new URL(widgetUrl).origin
  const api = new URL(apiUrl).origin
  return {
    'content-security-policy': [
      "default-src 'self'",
      `script-src 'self' ${widget}`,
      `connect-src 'self' ${api}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  }
}

/**
 * The origin of a request that this site's own page made, or undefined. Browsers name the origin on every request that
 * changes something; one from elsewhere is refused, so that a foreign page cannot spend a visitor's points.
 */
export function ownOrigin(request, publicOrigin) {
  const { origin, host } = request.headers
  const isOwn = origin === publicOrigin || (URL.canParse(origin) && new URL(origin).host === host)
  return isOwn ? origin : undefined
}

/** The body of a form or a JSON request as URLSearchParams or an object; throws when it is larger than 64 kB. */
export async function readBody(request) {
  const chunks = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > maxBodyBytes) throw new Error('The body is larger than 64 kB.')
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const isJson = request.headers['content-type']?.startsWith('application/json')
  return isJson ? JSON.parse(text) : new URLSearchParams(text)
}

/** Answers with a file of `folder`, or says that there is none by returning false. */
export async function sendFile(response, folder, path) {
  const file = join(folder, normalize(path))
  const type = contentTypes[extname(file)]
  if (!type || !file.startsWith(folder)) return false
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) return false
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-length': found.size })
  createReadStream(file).pipe(response)
  return true
}

export function sendPage(response, page, status = 200) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  response.end(page.markup)
}

export function sendJson(response, value, status = 200) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(value))
}

export function redirect(response, location, headers = {}) {
  response.writeHead(303, { location, ...headers })
  response.end()
}
