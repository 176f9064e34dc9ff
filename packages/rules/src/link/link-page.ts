/** Of where a click came from: `utm_` parameters by their names without it. */
export interface Utm {
  readonly source?: string
  readonly medium?: string
  readonly campaign?: string
  readonly term?: string
  readonly content?: string
}

/** The names of a {@link Utm}, in the order in which they are written. */
export const UTM_NAMES = ['source', 'medium', 'campaign', 'term', 'content'] as const

/** Longest value of one of them. Characters. */
export const MAX_UTM_LENGTH = 128

/**
 * Whether an address is one of the pages or lies below one of them: the same origin, and a path that is the page's or goes on
 * after a slash. Compared as browsers read addresses, so `..`, other ports and user names lead nowhere else.
 */
export function isOnPages(address: string, pages: readonly string[]): boolean {
  const target = addressOf(address)
  if (!target || target.username || target.password) return false
  return pages.some((text) => {
    const page = addressOf(text)
    if (!page || page.origin !== target.origin) return false
    const base = page.pathname.replace(/\/$/, '')
    return (
      target.pathname === page.pathname || target.pathname === base || target.pathname.startsWith(`${base}/`)
    )
  })
}

/** Where a link leads now: its own page while the member allows that, else the first that it does; undefined: nowhere. */
export const pageOfLink = (targetUrl: string | null, pages: readonly string[]): string | undefined =>
  targetUrl !== null && isOnPages(targetUrl, pages) ? targetUrl : pages[0]

/**
 * The address that a visitor is sent to: the page with its own query as it was written, then the campaign where the page says
 * none, and the click.
 */
export function addressOfVisit(
  page: string,
  { utm, clickId }: { readonly utm: Utm; readonly clickId: string | null },
): string {
  const address = new URL(page)
  const added = UTM_NAMES.flatMap((name) => {
    const value = utm[name]
    const key = `utm_${name}`
    return value === undefined || address.searchParams.has(key) ? [] : [parameter(key, value)]
  })
  if (clickId !== null) added.push(parameter('art', clickId))
  if (added.length === 0) return address.href
  const own = address.search
    .slice(1)
    .split('&')
    // Of two clicks the site would read the first, which the page has from somebody else.
    .filter((part) => part !== '' && !(clickId !== null && /^art(=|$)/.test(part)))
  address.search = [...own, ...added].join('&')
  return address.href
}

/**
 * The `utm_` parameters of a query, each cut to what is kept; what the link says stands where the query says nothing. Some who
 * send letters put the reader's address there: what looks like an e-mail or a phone is left out.
 */
export function utmOf(query: URLSearchParams, link: Utm): Utm {
  const said = UTM_NAMES.flatMap((name) => {
    const value = query.get(`utm_${name}`)?.slice(0, MAX_UTM_LENGTH)
    return value && !isContact(value) ? [[name, value] as const] : []
  })
  return { ...link, ...Object.fromEntries(said) }
}

const isContact = (value: string): boolean =>
  /[^\s@]@[^\s@]+\.[^\s@]/.test(value) ||
  /^(?:\+\d{10,15}|[78]\d{10})$/.test(value.replaceAll(/[\s()-]/g, ''))

const parameter = (name: string, value: string): string => new URLSearchParams([[name, value]]).toString()

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)
