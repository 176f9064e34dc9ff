import type { Store } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { dealtWithBy } from '../customer/dealt-with.ts'
import { entriesAt, WITH_SELLER } from '../customer/entry-place.ts'

/** Longest list of an export, rows. */
const MAX_ROWS = 20_000
const TAKE = MAX_ROWS + 1

/** Everything that is held on a customer, as it is stored. */
export type HeldOnCustomer = NonNullable<Awaited<ReturnType<typeof readHeld>>>

interface HeldBy {
  readonly coalitionId: string
  readonly customerId: string
  /** The member whose receipts, orders, events and references alone are read; null: those of all. */
  readonly onlyMemberId: string | null
}

/** Reads all of it on one snapshot, newest first; null when there is no such customer. */
export async function readHeld(store: Store, asked: HeldBy) {
  return store.prisma.$transaction(
    async (transaction) => {
      const who = await readWho(transaction, asked)
      if (!who) return null
      const ids = [asked.customerId, ...who.merged.map(({ id }) => id)]
      const did = {
        ...(await readDealings(transaction, asked, ids)),
        ...(await readBeside(transaction, asked, who, ids)),
      }
      const complete = Object.values(did).every((rows) => rows.length <= MAX_ROWS)
      const shown = Object.fromEntries(
        Object.entries(did).map(([name, rows]) => [name, rows.slice(0, MAX_ROWS)]),
      ) as typeof did
      return { ...who, ...shown, complete, onlyMemberId: asked.onlyMemberId }
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

async function readWho(
  transaction: Prisma.TransactionClient,
  { coalitionId, customerId, onlyMemberId }: HeldBy,
) {
  const customer = await transaction.customer.findUnique({
    where: { coalitionId_id: { coalitionId, id: customerId } },
    include: {
      account: true,
      cards: { orderBy: { issuedAt: 'asc' } },
      vehicles: { orderBy: { id: 'asc' } },
      references: { where: onlyMemberId === null ? {} : { memberId: onlyMemberId } },
      coalition: { select: { id: true, handle: true, name: true, currency: true } },
    },
  })
  if (!customer) return null
  const { householdId } = customer
  // What a stranger drives is no business of a member that asks in its name.
  const isStranger =
    onlyMemberId !== null && !(await hasDealt(transaction, { coalitionId, customerId, onlyMemberId }))
  const merged = await transaction.customer.findMany({ where: { coalitionId, mergedIntoId: customerId } })
  const others =
    householdId === null
      ? 0
      : await transaction.customer.count({ where: { coalitionId, householdId, id: { not: customerId } } })
  const members = await transaction.member.findMany({
    where: { coalitionId },
    select: { id: true, handle: true, name: true },
  })
  const vehicles = isStranger ? [] : customer.vehicles
  return {
    customer: { ...customer, vehicles },
    ...{ merged, others, members: new Map(members.map((one) => [one.id, one])) },
    elsewhere: await pointsElsewhere(transaction, { coalitionId, customerId, onlyMemberId }),
  }
}

async function hasDealt(
  { customer }: Prisma.TransactionClient,
  { coalitionId, customerId, onlyMemberId }: HeldBy & { readonly onlyMemberId: string },
): Promise<boolean> {
  const isPerson = { OR: [{ id: customerId }, { mergedIntoId: customerId }] }
  return (await customer.count({ where: { coalitionId, AND: [isPerson, dealtWithBy(onlyMemberId)] } })) > 0
}

/** What is left of lots of other issuers, the one line that is told of them. */
async function pointsElsewhere(
  { lot }: Prisma.TransactionClient,
  { coalitionId, customerId, onlyMemberId }: HeldBy,
): Promise<bigint> {
  if (onlyMemberId === null) return 0n
  const where = { coalitionId, customerId, open: true, issuerId: { not: onlyMemberId } }
  return (await lot.aggregate({ where, _sum: { remaining: true } }))._sum.remaining ?? 0n
}

/** What the customer did and was sent, with what was recorded of those who were merged into it. */
async function readDealings(
  transaction: Prisma.TransactionClient,
  { coalitionId, onlyMemberId }: HeldBy,
  ids: string[],
) {
  const own = { coalitionId, customerId: { in: ids } }
  const at = onlyMemberId === null ? own : { ...own, memberId: onlyMemberId }
  const newest = { take: TAKE, orderBy: { id: 'desc' } } as const
  const purchases = await transaction.purchase.findMany({ where: at, ...newest })
  return {
    ...(await readSources(transaction, { coalitionId, at, purchases })),
    consents: await transaction.consent.findMany({ where: own, ...newest }),
    purchases,
    refunds: await transaction.refund.findMany({ where: at, ...newest }),
    holds: await transaction.hold.findMany({ where: at, ...newest }),
    vouchers: await transaction.voucher.findMany({ where: at, ...newest }),
    earnCodes: await transaction.earnCode.findMany({ where: at, ...newest }),
    receiptClaims: await transaction.receiptClaim.findMany({ where: at, ...newest }),
    entries: await transaction.entry.findMany({
      where: onlyMemberId === null ? own : { AND: [own, entriesAt(onlyMemberId)] },
      ...{ include: WITH_SELLER, ...newest },
    }),
    debts: await transaction.debt.findMany({ where: own, ...newest }),
    codes: await transaction.confirmation.findMany({ where: at, ...newest }),
    reminders: await transaction.expiryReminder.findMany({
      ...{ where: own, take: TAKE, orderBy: { remindedAt: 'desc' } },
    }),
  }
}

/** Who brought the customer, when and to which purchases, with the visits that its purchases name. */
async function readSources(
  transaction: Prisma.TransactionClient,
  {
    coalitionId,
    at,
    purchases,
  }: {
    readonly coalitionId: string
    readonly at: Prisma.BindingWhereInput
    readonly purchases: readonly { readonly id: string; readonly clickId: string | null }[]
  },
) {
  const purchaseIds = purchases.map(({ id }) => id)
  const clickIds = purchases.flatMap(({ clickId }) => (clickId === null ? [] : [clickId]))
  return {
    bindings: await transaction.binding.findMany({ where: at, take: TAKE, orderBy: { id: 'desc' } }),
    attributions: await transaction.attribution.findMany({
      where: { coalitionId, purchaseId: { in: purchaseIds } },
    }),
    clicks: await transaction.click.findMany({ where: { coalitionId, id: { in: clickIds } } }),
  }
}

/** What was corrected by hand, is still claimed or set aside, and stands in members' files under the customer's own names. */
async function readBeside(
  transaction: Prisma.TransactionClient,
  { coalitionId, onlyMemberId }: HeldBy,
  who: NonNullable<Awaited<ReturnType<typeof readWho>>>,
  ids: string[],
) {
  const own = { coalitionId, customerId: { in: ids } }
  const at = onlyMemberId === null ? own : { ...own, memberId: onlyMemberId }
  const { customer, merged } = who
  const contacts = [customer, ...merged].flatMap(({ phone, email }) => [...spellings(phone), email])
  const keys = [...contacts, ...customer.cards.map(({ number }) => number)].filter((key) => key !== null)
  const references = customer.references.map(({ memberId, reference }) => ({
    ...{ customerKey: reference, reconciliation: { memberId } },
  }))
  const groups = onlyMemberId === null ? {} : { OR: [{ memberId: null }, { memberId: onlyMemberId }] }
  const file = onlyMemberId === null ? {} : { reconciliation: { memberId: onlyMemberId } }
  return {
    adjustments: await transaction.adjustment.findMany({ where: at, take: TAKE, orderBy: { id: 'desc' } }),
    // Of the sales of all members, and no row of it says whose.
    claims: onlyMemberId === null ? await transaction.claim.findMany({ where: own, take: TAKE }) : [],
    devices: await transaction.customerDevice.findMany({
      ...{ where: at, take: TAKE, orderBy: { firstSeenAt: 'desc' } },
    }),
    // Of the coalition's own page, where no member is.
    sessions:
      onlyMemberId === null
        ? await transaction.customerSession.findMany({
            where: own,
            take: TAKE,
            orderBy: { createdAt: 'desc' },
          })
        : [],
    segments: await transaction.segmentCustomer.findMany({
      where: { ...own, segment: groups },
      ...{ take: TAKE, orderBy: { addedAt: 'desc' }, include: { segment: true } },
    }),
    tiers: await transaction.tierStanding.findMany({
      where: { ...own, ladder: groups },
      ...{ take: TAKE, orderBy: { provenDay: 'desc' }, include: { ladder: { include: { tiers: true } } } },
    }),
    occasions: await transaction.occasion.findMany({
      ...{ where: at, take: TAKE, orderBy: { id: 'desc' } },
      include: { gifts: { select: { points: true } } },
    }),
    referralCodes: onlyMemberId === null ? await transaction.referralCode.findMany({ where: own }) : [],
    referredBy: await transaction.referral.findMany({
      where: {
        coalitionId,
        friendId: { in: ids },
        ...(onlyMemberId === null ? {} : { memberId: onlyMemberId }),
      },
    }),
    // Whom the customer brought is not its own to know: when, and no more.
    referrals:
      onlyMemberId === null
        ? await transaction.referral.findMany({
            ...{ where: { coalitionId, referrerId: { in: ids } }, select: { boundAt: true } },
            ...{ take: TAKE, orderBy: { boundAt: 'desc' } },
          })
        : [],
    tokenHolds: await transaction.tokenHold.findMany({ where: at, take: TAKE, orderBy: { holdId: 'desc' } }),
    fileKeys: await transaction.reconciliationLine.findMany({
      where: { coalitionId, OR: [{ customerKey: { in: keys }, ...file }, ...references] },
      ...{ take: TAKE, orderBy: [{ reconciliationId: 'desc' }, { position: 'asc' }] },
      include: { reconciliation: { select: { memberId: true } } },
    }),
  }
}

/** A phone as files have it: with +7, 7 or 8 before its last ten digits, or nothing. */
const spellings = (phone: string | null): string[] =>
  phone === null ? [] : [phone, ...['7', '8', ''].map((prefix) => `${prefix}${phone.slice(-10)}`)]
