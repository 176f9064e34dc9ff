import type { IncomingMessage, ServerResponse } from 'node:http'
import { readHeader } from './read-header.ts'

/** The header that a page sends with its cookie. No form and no foreign page can send it: CORS does not allow it. */
const CSRF_HEADER = 'artel-csrf'

/** How the cookie of sessions is called and sent at one address of the deployment. */
export interface SessionCookie {
  /**
   * The secret of the session that a page of ours sends, or null. A cookie counts only beside the `Artel-CSRF` header, and
   * from no other origin than the deployment's own.
   */
  read(request: IncomingMessage): string | null
  /** Keeps the secret in the browser, or with null makes it forget. */
  write(response: ServerResponse, secret: string | null): void
}

/** Longest that a browser keeps the cookie, seconds; the session ends when it ends. */
const MAX_AGE_SECONDS = 14 * 86_400

/** Makes the cookie of a deployment: `__Host-` and `Secure` where it is reached over https. */
export function makeSessionCookie(publicUrl: string): SessionCookie {
  const { origin, protocol } = new URL(publicUrl)
  const isSecure = protocol === 'https:'
  const name = isSecure ? '__Host-artel_session' : 'artel_session'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    read(request) {
      if (readHeader(request, CSRF_HEADER) === null) return null
      const from = readHeader(request, 'origin')
      if (from !== null && from !== origin) return null
      return cookieNamed(readHeader(request, 'cookie'), name)
    },
    write(response, secret) {
      const value = secret === null ? `${name}=; Max-Age=0` : `${name}=${secret}; Max-Age=${MAX_AGE_SECONDS}`
      response.appendHeader('set-cookie', `${value}; ${attributes}`)
    },
  }
}

function cookieNamed(cookies: string | null, name: string): string | null {
  for (const pair of cookies?.split(';') ?? []) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null
  }
  return null
}
