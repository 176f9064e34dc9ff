import type { ServerResponse } from 'node:http'

/** Forbids every load; each policy below allows again what its page needs. */
const DENY_ALL = "default-src 'none'"
const NO_EMBEDDING = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Pages that the API writes itself: inline styles, no script. */
export const PAGE_POLICY = `${DENY_ALL}; style-src 'unsafe-inline'; ${NO_EMBEDDING}`

/** Downloaded documents: a browser that opens one runs nothing in it. */
export const DOWNLOAD_POLICY = `${DENY_ALL}; sandbox`

/** GraphiQL sets inline styles; its scripts, fonts and workers are files of the API. */
export const GRAPHIQL_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${DENY_ALL}; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; ${NO_EMBEDDING}`,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
}

/** Headers of the widget's files, which pages of any origin load. */
export function widgetHeaders({ production }: { production: boolean }): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': production ? 'public, max-age=3600' : 'no-cache',
  }
}

/** Marks a response as meant for its caller alone: no cache keeps it and no browser guesses its type. */
export function setPrivateHeaders(response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-content-type-options', 'nosniff')
}
