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
 * The address that a visitor is sent to: the page with its own query, the campaign where the page says none, and the click.
 */
export function addressOfVisit(
  page: string,
  { utm, clickId }: { readonly utm: Utm; readonly clickId: string | null },
): string {
  const address = new URL(page)
  for (const name of UTM_NAMES) {
    const value = utm[name]
    if (value !== undefined && !address.searchParams.has(`utm_${name}`))
      address.searchParams.set(`utm_${name}`, value)
  }
  if (clickId !== null) address.searchParams.set('art', clickId)
  return address.href
}

/** The `utm_` parameters of a query, each cut to what is kept; what the link says stands where the query says nothing. */
export function utmOf(query: URLSearchParams, link: Utm): Utm {
  const said = UTM_NAMES.flatMap((name) => {
    const value = query.get(`utm_${name}`)?.slice(0, MAX_UTM_LENGTH)
    return value ? [[name, value] as const] : []
  })
  return { ...link, ...Object.fromEntries(said) }
}

const addressOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined)
