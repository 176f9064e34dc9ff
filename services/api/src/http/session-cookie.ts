import type { IncomingMessage, ServerResponse } from 'node:http'
import { readHeader } from './read-header.ts'

/** The header that a page sends with its cookie. No form and no foreign page can send it: CORS does not allow it. */
const CSRF_HEADER = 'artel-csrf'

/**
 * A cookie at one address of the deployment. It counts only beside the `Artel-CSRF` header, and from no other origin than the
 * deployment's own.
 */
export interface Cookie {
  /** What a page of ours sends, or null. */
  read(request: IncomingMessage): string | null
  /** Keeps a value in the browser, or with null makes it forget; the last one said in an answer counts. */
  write(response: ServerResponse, value: string | null): void
}

/** What browsers keep of people. */
export interface StaffCookies {
  /** The secret of a session. */
  readonly session: Cookie
  /** That somebody has signed in from this browser. */
  readonly device: Cookie
  /** The secret of a customer who is signed in to the page of a coalition, raw UUID: each has one of its own. */
  customerOf(coalitionId: string): Cookie
}

const DAY_SECONDS = 86_400

/** Makes the cookies of a deployment: `__Host-` and `Secure` where it is reached over https. */
export const makeStaffCookies = (publicUrl: string): StaffCookies => ({
  // The session ends when it ends; this is the longest that a browser keeps it.
  session: makeCookie(publicUrl, 'artel_session', 14 * DAY_SECONDS),
  device: makeCookie(publicUrl, 'artel_device', 365 * DAY_SECONDS),
  customerOf: (coalitionId) => makeCookie(publicUrl, `artel_customer_${coalitionId}`, 180 * DAY_SECONDS),
})

function makeCookie(publicUrl: string, plainName: string, maxAgeSeconds: number): Cookie {
  const { origin, protocol } = new URL(publicUrl)
  const isSecure = protocol === 'https:'
  const name = isSecure ? `__Host-${plainName}` : plainName
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  return {
    read(request) {
      if (readHeader(request, CSRF_HEADER) === null) return null
      const from = readHeader(request, 'origin')
      if (from !== null && from !== origin) return null
      return cookieNamed(readHeader(request, 'cookie'), name)
    },
    write(response, value) {
      const said = value === null ? `${name}=; Max-Age=0` : `${name}=${value}; Max-Age=${maxAgeSeconds}`
      const others = [response.getHeader('set-cookie') ?? []]
        .flat()
        .map(String)
        .filter((one) => !one.startsWith(`${name}=`))
      response.setHeader('set-cookie', [...others, `${said}; ${attributes}`])
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
