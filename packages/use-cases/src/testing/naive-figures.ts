import { localDateOf } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Purchase, Refund } from '@artel/store/prisma'

type Sums = Record<string, bigint>

interface Line {
  readonly ref: string
  readonly totalMinor: string
  readonly discountMinor?: string
  readonly sku?: string
  readonly category?: string
  readonly quantityMilli?: string
}

/** Sums by "dimension scope day key", nought left out. */
export type NaiveFigures = ReadonlyMap<string, Readonly<Sums>>

/** Figures as a reader of the books makes them, one row of the books after the other. */
export async function naiveFigures(store: Store, coalitionId: string): Promise<NaiveFigures> {
  const { prisma } = store
  const where = { coalitionId }
  const { timeZone } = await prisma.coalition.findUniqueOrThrow({ where: { id: coalitionId } })
  const purchases = await prisma.purchase.findMany({ where, include: { actBy: true } })
  const refunds = await prisma.refund.findMany({ where, include: { actBy: true, purchase: true } })
  const entries = await prisma.entry.findMany({
    where,
    include: { transfers: true, lotUses: { include: { lot: true } } },
  })
  const versions = await prisma.ruleVersion.findMany({ where })
  const figures = new Map<string, Sums>()
  const add = (
    of: { dimension: string; memberId: string; at: Date; key?: string; everywhere?: boolean },
    sums: Sums,
  ) => {
    const scopes = of.everywhere === false ? [of.memberId] : [...new Set([of.memberId, coalitionId])]
    for (const scope of scopes) {
      const name = `${of.dimension} ${scope} ${localDateOf(of.at, timeZone)} ${of.key ?? ''}`
      const known = figures.get(name) ?? {}
      for (const [measure, value] of Object.entries(sums)) known[measure] = (known[measure] ?? 0n) + value
      figures.set(name, known)
    }
  }
  for (const purchase of purchases) {
    const { memberId, occurredAt: at } = purchase
    const whole = {
      ...{ purchases: 1n, gross_minor: purchase.totalMinor, discount_minor: purchase.discountMinor },
      ...{ points_part_minor: purchase.pointsPartMinor, spent: purchase.pointsRedeemed },
    }
    add({ dimension: 'TOTAL', memberId, at }, whole)
    for (const [payer, issued, discount_cost_minor] of partsOf(purchase))
      add({ dimension: 'TOTAL', memberId: payer, at }, { issued, discount_cost_minor })
    const by = purchase.actBy
    const sold = { ...whole, issued: purchase.pointsEarned }
    if (by?.tillId) add({ dimension: 'TILL', memberId, at, key: by.tillId, everywhere: false }, sold)
    if (by) add({ dimension: 'PERSON', memberId, at, key: by.personId, everywhere: false }, sold)
    // A bill is one of its rule, also where several vouchers of it took something off.
    const counted = new Set<string>()
    for (const given of givenOf(purchase)) {
      const rule = versions.find(({ id }) => id === given.rule)?.ruleId ?? 'none'
      const discount = (given.discounts ?? []).reduce((sum, part) => sum + BigInt(part), 0n)
      add(
        { dimension: 'RULE', memberId, at, key: rule },
        {
          purchases: counted.has(rule) ? 0n : 1n,
          gross_minor: counted.has(rule) ? 0n : purchase.totalMinor,
          discount_minor: discount,
          issued: BigInt(given.points),
        },
      )
      counted.add(rule)
    }
    for (const [dimension, key, lines] of keysOf(purchase))
      add(
        { dimension, memberId, at, key, everywhere: dimension === 'CATEGORY' },
        {
          purchases: 1n,
          gross_minor: sumOf(lines, (line) => line.totalMinor),
          discount_minor: sumOf(lines, (line) => line.discountMinor ?? '0'),
          quantity_milli: sumOf(lines, (line) => line.quantityMilli ?? '1000'),
        },
      )
  }
  for (const refund of refunds) {
    const { memberId, recordedAt: at, purchase } = refund
    const whole = {
      ...{ refunds: 1n, refunded_minor: refund.amountMinor, refunded_money_minor: refund.moneyMinor },
      returned: refund.pointsReturned,
    }
    add({ dimension: 'TOTAL', memberId, at }, whole)
    for (const [payer, back] of discountsBack(refund, refunds))
      add({ dimension: 'TOTAL', memberId: payer, at }, { discount_cost_minor: -back })
    const by = refund.actBy
    if (by?.tillId) add({ dimension: 'TILL', memberId, at, key: by.tillId, everywhere: false }, whole)
    if (by) add({ dimension: 'PERSON', memberId, at, key: by.personId, everywhere: false }, whole)
    const parts = refund.lines as unknown as readonly { ref: string; amountMinor: string }[]
    const isWhole = parts.length === 0 && refund.amountMinor === purchase.totalMinor - purchase.discountMinor
    const backOf = (line: Line): bigint | undefined =>
      isWhole
        ? BigInt(line.totalMinor) - BigInt(line.discountMinor ?? '0')
        : ((text) => (text === undefined ? undefined : BigInt(text)))(
            parts.find(({ ref }) => ref === line.ref)?.amountMinor,
          )
    for (const [dimension, key, lines] of keysOf(purchase)) {
      const back = lines.flatMap((line) => backOf(line) ?? [])
      if (back.length === 0) continue
      add(
        { dimension, memberId, at, key, everywhere: dimension === 'CATEGORY' },
        { refunds: 1n, refunded_minor: back.reduce((sum, amount) => sum + amount, 0n) },
      )
    }
  }
  for (const entry of entries) {
    const at = entry.postedAt
    if (['PROMO', 'ADJUSTMENT', 'EARN_REVERSAL'].includes(entry.kind))
      for (const transfer of entry.transfers.filter(({ unit }) => unit === 'POINTS')) {
        if (transfer.debitKind === 'ISSUED')
          add({ dimension: 'TOTAL', memberId: transfer.debitOwnerId, at }, { issued: transfer.amount })
        if (transfer.creditKind === 'ISSUED')
          add({ dimension: 'TOTAL', memberId: transfer.creditOwnerId, at }, { reversed: transfer.amount })
      }
    if (entry.kind === 'EXPIRE')
      for (const use of entry.lotUses)
        add({ dimension: 'TOTAL', memberId: use.lot.issuerId, at }, { expired: use.points })
  }
  return withoutNought(figures)
}

const sumOf = (lines: readonly Line[], of: (line: Line) => string): bigint =>
  lines.reduce((sum, line) => sum + BigInt(of(line)), 0n)

type PaidParts = readonly (readonly [payer: string, lot: string | null, points: string, discount: string])[]

/** Who gave what on a purchase. */
function partsOf(
  purchase: Purchase,
): readonly (readonly [payer: string, points: bigint, discount: bigint])[] {
  const payers: PaidParts | undefined =
    purchase.rules === null ? undefined : JSON.parse(purchase.rules).payers
  return (
    payers?.map(([payer, , points, discount]) => [payer, BigInt(points), BigInt(discount)] as const) ?? [
      [purchase.memberId, purchase.pointsEarned, purchase.discountMinor],
    ]
  )
}

type NaiveRefund = Refund & { readonly purchase: Purchase }

/** What a refund undid of discounts: as it says where several paid, else as much of them as of the bill. */
function discountsBack(
  refund: NaiveRefund,
  all: readonly NaiveRefund[],
): readonly (readonly [string, bigint])[] {
  const { purchase } = refund
  const { discountMinor, totalMinor } = purchase
  if (purchase.rules?.includes('"payers"')) {
    const said = refund.rules === null ? [] : JSON.parse(refund.rules)
    const payers: readonly (readonly [string, string, string])[] = said.payers ?? []
    return payers.map(([payer, , discount]) => [payer, BigInt(discount)] as const)
  }
  const before = all.filter(
    (other) =>
      other.purchaseId === refund.purchaseId &&
      (other.batchNo < refund.batchNo ||
        (other.batchNo === refund.batchNo && other.batchStep < refund.batchStep)),
  )
  const net = totalMinor - discountMinor
  const undone = before.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  if (net === 0n) return [[purchase.memberId, before.length === 0 ? discountMinor : 0n]]
  const part = (amount: bigint) => (discountMinor * amount) / net
  return [[purchase.memberId, part(undone + refund.amountMinor) - part(undone)]]
}

const givenOf = ({ rules }: Purchase) =>
  rules === null
    ? []
    : (JSON.parse(rules).given as { rule: string; points: string; discounts?: readonly string[] }[])

/** Articles and categories of a bill, each with its lines. */
function keysOf(purchase: Purchase): [dimension: string, key: string, lines: readonly Line[]][] {
  const byKey = new Map<string, Line[]>()
  for (const line of purchase.lines as unknown as readonly Line[]) {
    const parts = line.category?.split('/') ?? []
    const keys = [
      ...(line.sku === undefined ? [] : [`PRODUCT ${line.sku}`]),
      ...parts.map((_, at) => `CATEGORY ${parts.slice(0, at + 1).join('/')}`),
    ]
    for (const key of keys) byKey.set(key, [...(byKey.get(key) ?? []), line])
  }
  return [...byKey].map(([name, lines]) => {
    const [dimension = '', key = ''] = name.split(' ')
    return [dimension, key, lines]
  })
}

const withoutNought = (figures: ReadonlyMap<string, Sums>): NaiveFigures =>
  new Map(
    [...figures]
      .map(
        ([name, sums]) =>
          [name, Object.fromEntries(Object.entries(sums).filter(([, value]) => value !== 0n))] as const,
      )
      .filter(([, sums]) => Object.keys(sums).length > 0),
  )

/** The figures that the store keeps, in the same form. */
export async function keptFigures(store: Store, coalitionId: string): Promise<NaiveFigures> {
  const { rows } = await store.pool.query<Record<string, string>>(
    `select f.*, f.day::text as local_day from figure f where f.coalition_id = $1`,
    [coalitionId],
  )
  const NAMES = ['coalition_id', 'dimension', 'scope_id', 'day', 'local_day', 'key']
  const kept = rows.map((row) => {
    const sums = Object.entries(row).filter(([name]) => !NAMES.includes(name))
    return [
      `${row.dimension} ${row.scope_id} ${row.local_day} ${row.key}`,
      Object.fromEntries(sums.map(([name, text]) => [name, BigInt(text)])),
    ] as const
  })
  return withoutNought(new Map(kept))
}

/** A customer's visits: local days with the members visited, customers who were merged as one. */
export async function naiveVisits(store: Store, coalitionId: string) {
  const { timeZone } = await store.prisma.coalition.findUniqueOrThrow({ where: { id: coalitionId } })
  const purchases = await store.prisma.purchase.findMany({
    where: { coalitionId },
    include: { customer: true },
  })
  return purchases.map(({ customer, memberId, occurredAt }) => ({
    customerId: customer.mergedIntoId ?? customer.id,
    memberId,
    occurredAt,
    day: localDateOf(occurredAt, timeZone) as string,
  }))
}
