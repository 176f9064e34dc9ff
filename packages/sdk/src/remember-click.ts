/** A request as it reaches your server: of `fetch`'s kind, or of Node's. */
export interface VisitedRequest {
  /** With its query. */
  readonly url?: string | undefined
  readonly headers:
    | { get(name: string): string | null }
    | { readonly [name: string]: string | readonly string[] | undefined }
}

/** Options of `rememberClick`. */
export interface RememberClickOptions {
  /** Whether the visitor agreed to cookies of this kind: without that nothing is remembered. */
  readonly consented: boolean
  /**
   * How long the browser keeps it, in days: 1 to 365.
   *
   * @defaultValue 365
   */
  readonly days?: number
  /**
   * False for a site without https, on your own machine.
   *
   * @defaultValue true
   */
  readonly secure?: boolean
}

const COOKIE = 'artel_click'
const CLICK = /^clk_[1-9A-HJ-NP-Za-km-z]{1,22}$/
const DAY_SECONDS = 86_400
const MAX_DAYS = 365

/**
 * The `Set-Cookie` header with which your server remembers the click that a visitor came by; null where the request brings
 * none, or the visitor did not agree. The cookie is of your own site, and no script reads it: one that a script set would be
 * gone from Safari after a week.
 *
 * @example
 * ```ts
 * import { rememberClick } from '@artel/sdk'
 *
 * export function onRequest(request: Request, response: Response, hasConsent: boolean) {
 *   const cookie = rememberClick(request, { consented: hasConsent })
 *   if (cookie !== null) response.headers.append('set-cookie', cookie)
 * }
 * ```
 */
export function rememberClick(
  request: VisitedRequest,
  { consented, days = MAX_DAYS, secure = true }: RememberClickOptions,
): string | null {
  const click = broughtBy(request)
  if (!consented || click === undefined) return null
  const kept = Math.min(Math.max(Math.trunc(days) || 1, 1), MAX_DAYS)
  const parts = [`${COOKIE}=${click}`, 'Path=/', `Max-Age=${kept * DAY_SECONDS}`, 'HttpOnly', 'SameSite=Lax']
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ')
}

/**
 * The click that a request brings or its visitor's browser remembers, to be named with a sale, an enrolment or a binding;
 * undefined where there is none.
 *
 * @example
 * ```ts
 * import { clickOf } from '@artel/sdk'
 *
 * export async function onCheckout(request: Request) {
 *   await artel.purchases
 *     .record({
 *       customer: { reference: 'crm-17' },
 *       receiptRef: 'receipt-1004',
 *       total: { amountMinor: 100_000n },
 *       clickId: clickOf(request) ?? null,
 *     })
 *     .unwrap()
 * }
 * ```
 */
export function clickOf(request: VisitedRequest): string | undefined {
  return broughtBy(request) ?? remembered(request)
}

/** The click in the address. */
function broughtBy({ url = '' }: VisitedRequest): string | undefined {
  const query = url.slice(url.indexOf('?') + 1).split('#', 1)[0] ?? ''
  const named = url.includes('?') ? new URLSearchParams(query).get('art') : null
  return clickIn(named)
}

/** The click in the cookie. */
function remembered({ headers }: VisitedRequest): string | undefined {
  const text =
    'get' in headers && typeof headers.get === 'function' ? headers.get('cookie') : headersOf(headers)
  const pairs = (text ?? '').split(';').map((pair) => pair.trim().split('='))
  return clickIn(pairs.find(([name]) => name === COOKIE)?.[1])
}

const headersOf = (headers: VisitedRequest['headers']): string | null => {
  const value = (headers as { readonly cookie?: string | readonly string[] }).cookie
  return value === undefined ? null : String(value)
}

const clickIn = (text: string | null | undefined): string | undefined =>
  text != null && CLICK.test(text) ? text : undefined
