import {
  decideAttribution,
  type Loser,
  localDateOf,
  readingsOfLinkCode,
  type SourceKind,
  type TouchedLink,
} from '@artel/rules'
import {
  addAttributions,
  type BindingRow,
  type BindingTerms,
  bindingsOf,
  type ClickRow,
  clicksOf,
  endedSources,
  inTransaction,
  type LinkRow,
  linksOfCodes,
  type NewAttribution,
  type OwnSource,
  ownSources,
  type TransactionClient,
  takeUndecided,
  type UndecidedPurchase,
} from '@artel/store'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { boundLink, sourceChoiceOf } from '../binding/binding-by.ts'
import { checkInteger } from '../input/text.ts'

/** Most purchases that one call decides; a batch of the chain is never cut. */
export const MAX_ATTRIBUTED = 5_000

/** A source that was not taken, as a decision keeps it. */
export interface LoserJson {
  readonly via: Loser['via']
  readonly reason: Loser['reason']
  /** Raw UUIDs; left out for a click that is not there. */
  readonly link?: string
  readonly source?: string
  readonly kind?: SourceKind
}

export interface AttributedPurchases {
  /** Purchases that were decided in this call, of somebody or of nobody. */
  readonly purchases: number
  /** Whether more may wait. */
  readonly more: boolean
}

/**
 * Decides who brought the customers of purchases that have no decision yet, in the order of the chain and once for each: all
 * that led to a slice of them is read in six statements and written with its decisions in one transaction, so that who is
 * killed in between decided nothing. The operator's worker calls it; so may an administrator of the coalition.
 */
export async function attributePurchases(
  context: Context,
  input: { readonly coalitionId: string; readonly limit: number },
): Promise<AttributedPurchases> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  const limit = checkInteger(['limit'], input.limit, { min: 1, max: MAX_ATTRIBUTED })
  return inTransaction(store, async (client) => {
    const slice = await takeUndecided(client, { coalitionId, limit })
    if (!slice) return { purchases: 0, more: false }
    const { purchases, untilBatchNo, more, terms } = slice
    const touches = await loadTouches(client, coalitionId, purchases)
    const decided = purchases.map((purchase) => decide(purchase, { touches, terms }))
    await addAttributions(client, { coalitionId, decided, untilBatchNo })
    return { purchases: decided.length, more }
  })
}

interface LoadedTouches {
  readonly links: ReadonlyMap<string, LinkRow>
  readonly clicks: ReadonlyMap<string, ClickRow>
  readonly bindings: ReadonlyMap<string, readonly BindingRow[]>
  readonly own: ReadonlyMap<string, readonly OwnSource[]>
  readonly endedSources: ReadonlyMap<string, Date>
}

async function loadTouches(
  client: TransactionClient,
  coalitionId: string,
  purchases: readonly UndecidedPurchase[],
): Promise<LoadedTouches> {
  const codes = new Set(purchases.flatMap(({ code }) => (code === null ? [] : readingsOfLinkCode(code))))
  const clickIds = new Set(purchases.flatMap(({ clickId }) => (clickId === null ? [] : [clickId])))
  const customers = new Set(purchases.map(({ customerId }) => customerId))
  const links = await linksOfCodes(client, { coalitionId, of: [...codes] })
  const clicks = await clicksOf(client, { coalitionId, of: [...clickIds] })
  const bindings = await bindingsOf(client, { coalitionId, of: [...customers] })
  const touched = [...links.values(), ...clicks.values(), ...bindings]
  const sourceIds = [...new Set(touched.map(({ sourceId }) => sourceId))]
  const own = await ownSources(client, { coalitionId, customerIds: [...customers], sourceIds })
  const ended = await endedSources(client, { coalitionId, sourceIds })
  return { links, clicks, bindings: byCustomer(bindings), own: byCustomer(own), endedSources: ended }
}

function byCustomer<Row extends { readonly customerId: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const others = grouped.get(row.customerId)
    if (others) others.push(row)
    else grouped.set(row.customerId, [row])
  }
  return grouped
}

function decide(
  purchase: UndecidedPurchase,
  { touches, terms }: { readonly touches: LoadedTouches; readonly terms: BindingTerms },
): NewAttribution {
  const { id: purchaseId, customerId, memberId, occurredAt, clickId } = purchase
  const click = clickId === null ? undefined : touches.clicks.get(clickId)
  const code = codeLink(purchase, touches)
  const bindings = touches.bindings.get(customerId) ?? []
  const choice = sourceChoiceOf(terms)
  const { via, link, losers } = decideAttribution(
    {
      purchase: { ...purchase, closedAt: closedAt(purchase, terms) },
      ownSourceIds: ownAt(occurredAt, touches.own.get(customerId) ?? []),
      endedSources: touches.endedSources,
      code: code ? { ...touched(code), archivedAt: code.archivedAt, isOfRule: purchase.isCodeOfRule } : null,
      bindings: bindings.filter((binding) => binding.memberId === memberId).map(boundLink),
      click: click ? clickTouch(click) : null,
      namesUnknownClick: clickId !== null && click === undefined,
    },
    choice,
  )
  return {
    ...{ purchaseId, customerId, memberId, occurredAt, via, decidedAt: terms.now },
    sourceKind: link?.sourceKind ?? null,
    sourceId: link?.sourceId ?? null,
    linkId: link?.linkId ?? null,
    losers: JSON.stringify(losers.map(loserJson)),
    choice: JSON.stringify(choice),
  }
}

const codeLink = ({ code }: UndecidedPurchase, { links }: LoadedTouches): LinkRow | undefined =>
  code === null
    ? undefined
    : readingsOfLinkCode(code)
        .map((reading) => links.get(reading))
        .find((link) => link !== undefined)

/** When a bill was closed: as it was recorded, where that is the local day of the sale. One that came later is taken at its word. */
const closedAt = ({ occurredAt, recordedAt }: UndecidedPurchase, { timeZone }: BindingTerms): Date =>
  recordedAt > occurredAt && localDateOf(recordedAt, timeZone) === localDateOf(occurredAt, timeZone)
    ? recordedAt
    : occurredAt

/** Whom the customer was or worked for at the sale. */
const ownAt = (at: Date, own: readonly OwnSource[]): ReadonlySet<string> =>
  new Set(
    own
      .filter(({ from, to }) => (from === null || from <= at) && (to === null || at < to))
      .map(({ sourceId }) => sourceId),
  )

const clickTouch = (click: ClickRow) => ({
  ...{ ...touched(click), at: click.at, endsAt: click.endsAt },
  isMachine: click.kind !== 'HUMAN',
})

const touched = ({ linkId, sourceKind, sourceId, memberId }: LinkRow): TouchedLink => ({
  ...{ linkId, sourceId, memberId },
  sourceKind: sourceKind as SourceKind,
})

const loserJson = ({ via, reason, link }: Loser): LoserJson => ({
  ...{ via, reason },
  ...(link ? { link: link.linkId, source: link.sourceId, kind: link.sourceKind } : {}),
})
