import type { ServerResponse } from 'node:http'

/** Forbids every load; each policy below allows again what its page needs. */
const DENY_ALL = "default-src 'none'"
const NO_EMBEDDING = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What every page of the API forbids other pages, and itself to tell them. */
const PAGE: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // For browsers that do not know frame-ancestors.
  'x-frame-options': 'DENY',
}

/** Pages that the API writes itself: inline styles, no script. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE,
  'content-security-policy': `${DENY_ALL}; style-src 'unsafe-inline'; ${NO_EMBEDDING}`,
}

/** Downloaded documents: a browser that opens one runs nothing in it. */
export const DOWNLOAD_POLICY = `${DENY_ALL}; sandbox`

/** GraphiQL sets inline styles; its scripts, fonts and workers are files of the API. */
export const GRAPHIQL_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE,
  'content-security-policy': `${DENY_ALL}; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; ${NO_EMBEDDING}`,
}

/**
 * The portal: scripts and styles are files of the API, besides the style sheets that its components write with the nonce of
 * this answer. Members' logos come from their own sites.
 */
export function portalHeaders(nonce: string): Readonly<Record<string, string>> {
  return {
    ...PAGE,
    'content-security-policy': `${DENY_ALL}; script-src 'self'; style-src 'self' 'nonce-${nonce}'; font-src 'self'; img-src 'self' data: https:; connect-src 'self'; manifest-src 'self'; ${NO_EMBEDDING}`,
  }
}

/** A coalition's own page for its customers: everything is of the API, but for members' logos. It reads codes by the camera. */
export const CUSTOMER_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE,
  'permissions-policy': 'camera=(self), geolocation=(), microphone=()',
  'content-security-policy': `${DENY_ALL}; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; ${NO_EMBEDDING}`,
}

/** The worker of that page, which serves all coalitions, and the page without a connection. */
export const CUSTOMER_WORKER_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': `${DENY_ALL}; connect-src 'self'; ${NO_EMBEDDING}`,
  'service-worker-allowed': '/c/',
}

/** The portal's files carry a hash of what is in them in their names. */
export const PORTAL_FILE_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'public, max-age=31536000, immutable',
  'cross-origin-resource-policy': 'same-origin',
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
