import type { ServerResponse } from 'node:http'
import { addressOfVisit, type Utm, utmOf } from '@artel/rules'
import { encodePublicId } from '@artel/use-cases'
import type { Logger } from 'pino'
import { type AddressSource, clientAddress } from '../http/client-address.ts'
import type { Exchange } from '../http/exchange.ts'
import { PAGE_HEADERS } from '../http/security-headers.ts'
import type { BoundClicks } from '../visits/bound-clicks.ts'
import type { ClickQueue } from '../visits/click-queue.ts'
import type { FindLink, LedLink, LedReferral } from '../visits/find-link.ts'
import type { HashedVisit, Visit } from '../visits/hash-visits.ts'
import { kindOfVisit } from '../visits/kind-of-visit.ts'

/** What a visit is answered with. */
export interface VisitDesk {
  readonly findLink: FindLink
  readonly hashVisit: (visit: Visit) => Promise<HashedVisit>
  readonly boundClicks: BoundClicks
  readonly clicks: Pick<ClickQueue, 'add'>
  readonly addressSource: AddressSource
  readonly log: Logger
  /** Makes an address pay for a code that no link has. May refuse. */
  readonly payForUnknown: (address: string) => Promise<void>
}

const MAX_AGENT_LENGTH = 256
const MAX_HOST_LENGTH = 253

/**
 * Answers `GET /r/<code>`: leads to the link's page, which is told the click by `?art=clk_...`, and counts the visit later. A machine is
 * led on too, without a click to be told. By a customer's referral code nothing is counted, and the page is told `?ref=...`. Only pages that the member allows now are led to, and no cookie is set.
 */
export async function answerVisit({ request, response, path }: Exchange, desk: VisitDesk): Promise<void> {
  const address = clientAddress(request, desk.addressSource)
  const link = await desk.findLink(path, () => desk.payForUnknown(address))
  if (!link) return sendNoLink(response)
  if ('referralCode' in link) return leadTo(response, addressOfReferral(link))
  const url = request.url ?? ''
  const asked = url.indexOf('?')
  const query = new URLSearchParams(asked === -1 ? '' : url.slice(asked + 1))
  const utm = utmOf(query, link.utm)
  const kind = kindOfVisit(request)
  const clickId = link.counts ? await noteClick(request.headers, { link, utm, kind, address }, desk) : null
  leadTo(
    response,
    addressOfVisit(link.page, {
      utm,
      clickId: clickId !== null && kind === 'HUMAN' ? encodePublicId('click', clickId) : null,
    }),
  )
}

function leadTo(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, ...HEADERS })
  response.end()
}

/** The page is told the code as `ref`, so that it can fill it in. */
function addressOfReferral({ page, referralCode }: LedReferral): string {
  const address = new URL(page)
  address.searchParams.set('ref', referralCode)
  return address.href
}

const HEADERS = {
  'content-length': 0,
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
} as const

/** Hands the click to those that wait. Null where it is not counted: the visitor is led on all the same, and is told no click. */
async function noteClick(
  headers: Exchange['request']['headers'],
  visit: {
    readonly link: LedLink
    readonly utm: Utm
    readonly kind: Visit['kind']
    readonly address: string
  },
  { hashVisit, boundClicks, clicks, log }: VisitDesk,
): Promise<string | null> {
  const { link, utm, kind, address } = visit
  const { coalitionId, id: linkId, clockOffsetMs } = link
  const userAgent = headers['user-agent']?.slice(0, MAX_AGENT_LENGTH) ?? ''
  try {
    const {
      visitor,
      clickId: id,
      crowd,
    } = await hashVisit({
      ...{ coalitionId, linkId, address, userAgent, kind, atMs: Date.now(), clockOffsetMs },
    })
    if (!boundClicks({ crowd, clickId: id })) return null
    const isTaken = clicks.add({
      ...{ coalitionId, id, linkId, visitor, kind },
      userAgent: userAgent === '' ? null : userAgent,
      utm: Object.keys(utm).length > 0 ? JSON.stringify(utm) : null,
      referrerHost: hostOf(headers.referer),
    })
    return isTaken ? id : null
  } catch (error) {
    log.error({ err: error }, 'a click was not counted')
    return null
  }
}

function hostOf(referrer: string | undefined): string | null {
  if (referrer === undefined || !URL.canParse(referrer)) return null
  return new URL(referrer).hostname.slice(0, MAX_HOST_LENGTH) || null
}

const NO_LINK = `<!doctype html><html lang="ru"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Такой ссылки нет</title>
<style>body{font:18px/1.5 system-ui,sans-serif;margin:15vh auto;max-width:32em;padding:0 1em}</style>
<h1>Такой ссылки нет</h1><p>Проверьте код: он напечатан рядом с QR-кодом.</p>
<p lang="en">There is no such link. Check the code: it is printed beside the QR code.</p></html>
`

function sendNoLink(response: ServerResponse): void {
  response.writeHead(404, {
    ...PAGE_HEADERS,
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(NO_LINK),
  })
  response.end(NO_LINK)
}
