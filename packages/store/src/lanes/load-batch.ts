import {
  type Claim,
  type CustomerState,
  claimKey,
  type Lot,
  type Micros,
  micros,
  type Points,
  points,
  type RecentMove,
  type UsedCounters,
} from '@artel/ledger'
import type pg from 'pg'
import type { Bought, Command, CounterToLoad } from '../command/command.ts'
import type { VoucherStanding } from '../command/voucher-moves.ts'
import { parseRecent, type RecentJson } from '../customer/recent-moves.ts'
import type { Hold as HoldRow } from '../generated/prisma/client.ts'
import { fiscalDocument } from '../receipt-claim/fiscal-document.ts'
import { loadSameSales } from '../receipt-claim/same-sale.ts'
import {
  type BoughtJson,
  boughtName,
  counterArrays,
  type GroupJson,
  parseBought,
  parseGroups,
  parseUsed,
  type UsedJson,
} from '../rule/rule-standing.ts'
import { loadVouchers } from '../voucher/load-vouchers.ts'
import { int8Array, textArray, uuidArray } from '../wire/binary-array.ts'
import { LOAD_BATCH } from './load-batch-sql.ts'
import {
  type ClaimJson,
  type DebtJson,
  type HoldJson,
  type PurchaseJson,
  parseClaim,
  parseDebt,
  parseHold,
  parseHoldRow,
  parseLots,
  parsePrices,
  parsePurchase,
  type TermsJson,
} from './parse-loaded.ts'

/** What a key was answered with before. */
export type KnownKey =
  | {
      readonly answer: 'posted'
      readonly requestHash: string
      readonly groupId: string
      readonly sequence: bigint
      readonly balanceAfter: Points
      readonly postedAt: Date
    }
  | {
      readonly answer: 'refused'
      readonly requestHash: string
      readonly code: string
      readonly details: Record<string, never>
    }

/** Where a customer stands in the coalition. */
export interface Standing {
  /** ACTIVE or CLOSED. */
  readonly customerStatus: string
  readonly mergedIntoId: string | undefined
  /** Nothing of its points may be spent, held or given. */
  readonly isFrozen: boolean
}

/** One snapshot of all that a batch of commands may look at. */
export interface LoadedBatch {
  /** The coalition's clock. */
  readonly now: Date
  readonly states: Map<string, CustomerState>
  /** By customer. */
  readonly standings: ReadonlyMap<string, Standing>
  /** By the command's place in the batch. */
  readonly known: Map<number, KnownKey>
  /** Purchase ids by `receiptName`. */
  readonly receipts: Map<string, string>
  /** Purchase ids by `fiscalDocument`, of those that commands name. */
  readonly fiscalReceipts: ReadonlyMap<string, string>
  /** Purchase ids by the place in the batch of commands that ask for the same sale under another name. */
  readonly sameSales: ReadonlyMap<number, string>
  /** Rows of the holds that commands named, by id. */
  readonly holdRows: Map<string, HoldRow>
  /** What customers did of late, by id: of those whose commands look back. */
  readonly recent: ReadonlyMap<string, readonly RecentMove[]>
  /** What counters stand at that commands name; those that were never moved are missing. */
  readonly used: UsedCounters
  /** When customers last bought, by `boughtName`: those of whom commands ask. */
  readonly bought: ReadonlyMap<string, Bought>
  /** Groups that customers are in, by customer: of those that commands ask for. */
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
  /** Vouchers that commands name, by id. */
  readonly vouchers: ReadonlyMap<string, VoucherStanding>
  /** What the promo fund holds; undefined when no command takes out of it. */
  readonly promoFund: Micros | undefined
}

type CustomerJson = [
  id: string,
  sequence: string,
  posted: string,
  reserved: string,
  lots: string | null,
  holds: HoldJson[] | null,
  debts: DebtJson[] | null,
  status: string,
  mergedIntoId: string | null,
  isFrozen: boolean,
]

interface BatchRow {
  now: Date
  terms: TermsJson[] | null
  customers: CustomerJson[] | null
  posted:
    | {
        index: number
        hash: string
        groupId: string
        sequence: string
        postedAt: string
        balanceAfter: string
      }[]
    | null
  refused: { index: number; hash: string; code: string; details: Record<string, never> }[] | null
  purchases: PurchaseJson[] | null
  holds: { hold: HoldJson; lots: string | null; claims: ClaimJson[] | null }[] | null
  receipts: { memberId: string; receiptRef: string; id: string }[] | null
  fiscal: { name: string; id: string }[] | null
  fund: string | null
  recent: RecentJson[] | null
  used: UsedJson[] | null
  bought: BoughtJson[] | null
  groups: GroupJson[] | null
}

export const receiptName = (receipt: { memberId: string; receiptRef: string }): string =>
  `${receipt.memberId} ${receipt.receiptRef}`

/** The pool, or a connection within a transaction. */
export type Querier = pg.Pool | pg.PoolClient

/** Loads a batch in one query. Undefined when the coalition does not exist. */
export async function loadBatch(
  querier: Querier,
  coalitionId: string,
  commands: readonly Command[],
): Promise<LoadedBatch | undefined> {
  const receipts = commands.flatMap(({ receipt }) => receipt ?? [])
  const lotsFor = pointsFromLots(commands)
  const counters = distinctCounters(commands)
  const lookers = distinctLookers(commands)
  const asked = askedGroups(commands)
  const { rows } = await querier.query<BatchRow>({
    name: 'artel_load_batch',
    text: LOAD_BATCH,
    values: [
      coalitionId,
      uuidArray([...lotsFor.keys()], (id) => id),
      int8Array([...lotsFor.values()], (points) => points),
      uuidArray(commands, ({ key }) => key.scopeId),
      textArray(commands, ({ key }) => key.operation),
      textArray(commands, ({ key }) => key.key),
      uuidArray([...new Set(commands.flatMap(({ purchaseId }) => purchaseId ?? []))], (id) => id),
      uuidArray([...new Set(commands.flatMap(({ holdId }) => holdId ?? []))], (id) => id),
      uuidArray(receipts, ({ memberId }) => memberId),
      textArray(receipts, ({ receiptRef }) => receiptRef),
      commands.some(({ paidByPromoFund }) => paidByPromoFund),
      uuidArray([...new Set(commands.flatMap(looksBack))], (id) => id),
      ...counterArrays(coalitionId, counters),
      uuidArray(lookers, ({ customerId }) => customerId),
      uuidArray(lookers, ({ memberId }) => memberId),
      uuidArray(asked, ({ customerId }) => customerId),
      uuidArray(asked, ({ id }) => id),
      textArray(
        commands.flatMap(({ fiscalReceipt }) => (fiscalReceipt ? [fiscalDocument(fiscalReceipt)] : [])),
        (name) => name,
      ),
    ],
  })
  const row = rows[0]
  if (!row) return undefined
  const vouchers = await loadVouchers(querier, coalitionId, commands)
  return assemble(coalitionId, row, {
    vouchers,
    sameSales: await loadSameSales(querier, coalitionId, commands),
  })
}

const looksBack = ({ customerId, looksBack: does }: Command): string[] => (does ? [customerId] : [])

function distinctCounters(commands: readonly Command[]): CounterToLoad[] {
  const distinct = new Map<string, CounterToLoad>()
  for (const { counters = [] } of commands)
    for (const counter of counters)
      distinct.set(`${counter.ownerId} ${counter.customerId} ${counter.per} ${counter.day}`, counter)
  return [...distinct.values()]
}

function distinctLookers(commands: readonly Command[]) {
  const lookers = new Map<string, { readonly customerId: string; readonly memberId: string }>()
  for (const { customerId, looksAtMember: memberId } of commands)
    if (memberId !== undefined) lookers.set(boughtName(customerId, memberId), { customerId, memberId })
  return [...lookers.values()]
}

/** Each group that is asked for, of each customer that it is asked of, once. */
function askedGroups(commands: readonly Command[]) {
  const asked = new Map<string, { readonly customerId: string; readonly id: string }>()
  for (const { customerId, groups } of commands)
    for (const id of groups?.ids ?? []) asked.set(`${customerId} ${id}`, { customerId, id })
  return [...asked.values()]
}

/** What a batch may take from each customer's open lots together; null where it may look at all of them. */
function pointsFromLots(commands: readonly Command[]): Map<string, bigint | null> {
  const sums = new Map<string, bigint | null>()
  for (const { customerId, otherCustomerId, takesAtMost } of commands) {
    const sum = sums.get(customerId)
    sums.set(customerId, sum === null || takesAtMost === undefined ? null : (sum ?? 0n) + takesAtMost)
    if (otherCustomerId !== undefined) sums.set(otherCustomerId, null)
  }
  return sums
}

function assemble(
  coalitionId: string,
  row: BatchRow,
  asked: Pick<LoadedBatch, 'vouchers' | 'sameSales'>,
): LoadedBatch {
  const prices = parsePrices(coalitionId, row.terms ?? [])
  const purchasesOf = byCustomer(row.purchases ?? [], (purchase) => purchase.customerId)
  const namedHoldsOf = byCustomer(row.holds ?? [], ({ hold }) => hold.customerId)
  const states = new Map<string, CustomerState>()
  const standings = new Map<string, Standing>()
  for (const [customerId, sequence, posted, reserved, lots, holds, debts, ...standing] of row.customers ??
    []) {
    const [customerStatus, mergedIntoId, isFrozen] = standing
    standings.set(customerId, { customerStatus, mergedIntoId: mergedIntoId ?? undefined, isFrozen })
    const ownPurchases = purchasesOf.get(customerId) ?? []
    const ownHolds = namedHoldsOf.get(customerId) ?? []
    const namedLots = [...ownPurchases, ...ownHolds].flatMap((named) => parseLots(named.lots, prices))
    states.set(customerId, {
      customerId,
      sequence: BigInt(sequence),
      posted: points(BigInt(posted)),
      reserved: points(BigInt(reserved)),
      lots: distinctLots(parseLots(lots, prices), namedLots),
      holds: distinctHolds(
        holds ?? [],
        ownHolds.map(({ hold }) => hold),
      ).map(parseHold),
      debts: (debts ?? []).map(parseDebt),
      claims: distinctClaims([...ownPurchases, ...ownHolds]),
      purchases: ownPurchases.map(parsePurchase),
    })
  }
  const receipts = (row.receipts ?? []).map((found): [string, string] => [receiptName(found), found.id])
  const holdRows = (row.holds ?? []).map(({ hold }): [string, HoldRow] => [hold.id, parseHoldRow(hold)])
  return {
    now: row.now,
    states: withClaimsOfMerged(states, standings),
    standings,
    known: knownKeys(row),
    ...asked,
    receipts: new Map(receipts),
    fiscalReceipts: new Map((row.fiscal ?? []).map(({ name, id }) => [name, id])),
    holdRows: new Map(holdRows),
    recent: parseRecent(row.recent ?? []),
    used: parseUsed(row.used),
    bought: parseBought(row.bought),
    groups: parseGroups(row.groups),
    promoFund: row.fund === null ? undefined : micros(BigInt(row.fund)),
  }
}

function byCustomer<Item>(items: readonly Item[], customerOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(customerOf(item))
    if (group) group.push(item)
    else groups.set(customerOf(item), [item])
  }
  return groups
}

function distinctLots(open: Lot[], named: readonly Lot[]): Lot[] {
  if (named.length === 0) return open
  const lots = new Map([...named, ...open].map((lot) => [lot.id, lot]))
  return [...lots.values()]
}

/** Purchases and holds of one batch may name the same lot. */
function distinctClaims(named: readonly { readonly claims: ClaimJson[] | null }[]): Claim[] {
  const claims = new Map(named.flatMap(({ claims }) => claims ?? []).map((claim) => [claimKey(claim), claim]))
  return [...claims.values()].map(parseClaim)
}

/** A merged customer's purchase is refunded to its survivor, who has the points that the claims are on. */
function withClaimsOfMerged(
  states: ReadonlyMap<string, CustomerState>,
  standings: ReadonlyMap<string, Standing>,
): Map<string, CustomerState> {
  const all = new Map(states)
  for (const [customerId, { claims }] of states) {
    const survivorId = standings.get(customerId)?.mergedIntoId
    const survivor = survivorId === undefined ? undefined : all.get(survivorId)
    if (claims.length === 0 || !survivor) continue
    const known = new Map([...survivor.claims, ...claims].map((claim) => [claimKey(claim), claim]))
    all.set(survivor.customerId, { ...survivor, claims: [...known.values()] })
  }
  return all
}

function distinctHolds(open: readonly HoldJson[], named: readonly HoldJson[]): HoldJson[] {
  const seen = new Set(open.map(({ id }) => id))
  return [...open, ...named.filter(({ id }) => !seen.has(id))]
}

/** A posted key wins over a refused one: see the lookup order in the package's README. */
function knownKeys(row: BatchRow): Map<number, KnownKey> {
  const known = new Map<number, KnownKey>()
  for (const { index, hash, code, details } of row.refused ?? [])
    known.set(index, { answer: 'refused', requestHash: hash, code, details })
  for (const found of row.posted ?? [])
    known.set(found.index, {
      answer: 'posted',
      requestHash: found.hash,
      groupId: found.groupId,
      sequence: BigInt(found.sequence),
      balanceAfter: points(BigInt(found.balanceAfter)),
      postedAt: new Date(found.postedAt),
    })
  return known
}
