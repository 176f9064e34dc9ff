import { micros, points, Refusal } from '@artel/ledger'
import { receivedUnder, type Store } from '@artel/store'
import {
  awardPromo,
  type Context,
  closeMember,
  joinHousehold,
  mergeCustomers,
  proposeAdjustment,
  reinstateMember,
  suspendMember,
  transferPoints,
  writeOffReceivable,
} from '@artel/use-cases'
import { codeFor } from '@artel/use-cases/testing'
import type { Asked, LotFact } from './command.ts'
import type { Done } from './send.ts'
import type { Town } from './town.ts'

interface Name {
  readonly scopeId: string
  readonly operation: string
  readonly key: string
}

/** Sends what gives, takes or moves points without a sale. */
export async function sendChange(
  town: Town,
  store: Store,
  command: Asked<
    | 'promoAward'
    | 'adjustmentPropose'
    | 'pointsTransfer'
    | 'customerMerge'
    | 'householdJoin'
    | 'receivableWriteOff'
  >,
): Promise<Done> {
  switch (command.verb) {
    case 'promoAward':
      return award(town, store, command)
    case 'adjustmentPropose':
      return proposeCorrection(town, store, command)
    case 'pointsTransfer':
      return move(town, store, command)
    case 'customerMerge':
      return mergeInto(town, store, command)
    case 'receivableWriteOff':
      return writeOff(town, store, command)
    case 'householdJoin':
      return join(town, store, command)
  }
}

async function award(town: Town, store: Store, command: Asked<'promoAward'>): Promise<Done> {
  const { coalitionId } = town.agreed
  const { scopeId, key } = command
  const isAdmin = scopeId === coalitionId
  const awarded = await awardPromo(isAdmin ? adminOf(town, store) : town.memberContext(scopeId, store), {
    customer: { id: command.customerId },
    points: points(command.points),
    ...(isAdmin && command.payers.length === 0
      ? { fromPromoFund: true }
      : { payers: isAdmin ? command.payers : null }),
    expiresInDays: command.expiresInDays,
    idempotencyKey: key,
  })
  const parts = awarded.entries.map(
    ({ memberId, pointsDelta }) => `${memberId ?? coalitionId} ${pointsDelta}`,
  )
  const says = {
    points: `${awarded.points}`,
    parts: parts.join(),
    balanceAfter: `${awarded.balanceAfter}`,
  }
  const made = await lotsOf(store, coalitionId, { scopeId, operation: 'promoAward', key })
  return { says, facts: made, replayed: awarded.replayed }
}

async function proposeCorrection(
  town: Town,
  store: Store,
  command: Asked<'adjustmentPropose'>,
): Promise<Done> {
  const { coalitionId } = town.agreed
  const { adjustment, balanceAfter, replayed } = await proposeAdjustment(
    town.memberContext(command.memberId, store),
    {
      customer: { id: command.customerId },
      points: points(command.points),
      kind: 'CORRECTION',
      reason: 'counted anew',
      idempotencyKey: command.key,
    },
  )
  const name = { scopeId: coalitionId, operation: 'adjustmentPost', key: adjustment.id }
  const { now, lots } = await lotsOf(store, coalitionId, name)
  const lotId = lots[0]?.id
  const says = {
    points: `${adjustment.points}`,
    status: adjustment.status,
    balanceAfter: `${balanceAfter}`,
  }
  return { says, facts: { now, id: adjustment.id, ...(lotId ? { lotId } : {}) }, replayed }
}

async function move(town: Town, store: Store, command: Asked<'pointsTransfer'>): Promise<Done> {
  const { coalitionId } = town.agreed
  const { memberId, key } = command
  const context = town.memberContext(memberId, store)
  const [from, to, given] = [{ id: command.customerId }, { id: command.toId }, points(command.points)]
  const confirmation = await consentOf(context, {
    ...{ purpose: 'POINTS_TRANSFER', customer: from, other: to, points: given },
  })
  const moved = await transferPoints(context, { from, to, points: given, confirmation, idempotencyKey: key })
  const says = {
    points: `${moved.points}`,
    balanceAfter: `${moved.balanceAfter}`,
    receiverBalanceAfter: `${moved.receiverBalanceAfter}`,
  }
  const name = { scopeId: memberId, operation: 'pointsTransfer', key }
  const { now } = await lotsOf(store, coalitionId, name)
  const lots = await mirroredLots(store, coalitionId, name)
  return { says, facts: { now, lots }, replayed: moved.replayed }
}

const MOST_POINTS = 1_000_000_000n

async function mergeInto(town: Town, store: Store, command: Asked<'customerMerge'>): Promise<Done> {
  const { coalitionId } = town.agreed
  const { scopeId, key } = command
  const admin = adminOf(town, store)
  const [customer, into] = [{ id: command.customerId }, { id: command.intoId }]
  // Good for as many points as there may be: above the limit of one person's word it takes the owner's.
  const confirmation = await consentOf(admin, {
    ...{ purpose: 'POINTS_TRANSFER', customer, other: into, points: points(MOST_POINTS) },
  })
  const merged = await mergeCustomers(admin, { customer, into, confirmation, idempotencyKey: key })
  const name = { scopeId, operation: 'customerMerge', key }
  const { now } = await lotsOf(store, coalitionId, name)
  const lots = await mirroredLots(store, coalitionId, name)
  const says = { points: `${merged.points}`, balanceAfter: `${merged.balanceAfter}` }
  return { says, facts: { now, lots }, replayed: merged.replayed }
}

async function writeOff(town: Town, store: Store, command: Asked<'receivableWriteOff'>): Promise<Done> {
  const { memberId, amountMicros, replayed } = await writeOffReceivable(adminOf(town, store), {
    memberId: command.memberId,
    amountMicros: micros(command.amountMicros),
    idempotencyKey: command.key,
  })
  return { says: { memberId, amountMicros: `${amountMicros}` }, facts: {}, replayed }
}

async function join(town: Town, store: Store, command: Asked<'householdJoin'>): Promise<Done> {
  const context = town.memberContext(command.memberId, store)
  const [customer, other] = [{ id: command.customerId }, { id: command.withId }]
  const purpose = 'HOUSEHOLD_JOIN' as const
  await joinHousehold(context, {
    ...{ customer, with: other },
    confirmation: await consentOf(context, { purpose, customer, other }),
    withConfirmation: await consentOf(context, { purpose, customer: other, other: customer }),
  })
  return { says: {}, facts: {} }
}

/** The customer's code. Whoever cannot be asked has none: then the command itself says why it is refused. */
async function consentOf(context: Context, request: Parameters<typeof codeFor>[1]) {
  try {
    return await codeFor(context, request)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const adminOf = (town: Town, store: Store): Context => ({ store, principal: town.adminContext.principal })

/** Sends what an administrator decides about a member. */
export async function sendStanding(
  town: Town,
  store: Store,
  command: Asked<'memberSuspend' | 'memberReinstate' | 'memberClose'>,
): Promise<Done> {
  const admin = adminOf(town, store)
  const verbs = {
    memberSuspend: suspendMember,
    memberReinstate: reinstateMember,
    memberClose: closeMember,
  }
  const { member } = await verbs[command.verb](admin, { memberId: command.memberId })
  return { says: { status: member.status }, facts: {} }
}

/** What the second customer of a command was given. */
export const mirroredLots = async (store: Store, coalitionId: string, name: Name): Promise<LotFact[]> =>
  (await lotsOf(store, coalitionId, receivedUnder(name))).lots

const GIVING = new Set(['PROMO', 'ADJUSTMENT'])

/** The lots that the entries of a key made, and when; the lots of no such key are none. */
async function lotsOf(
  store: Store,
  coalitionId: string,
  { scopeId, operation, key }: Name,
): Promise<{ readonly now: number; readonly lots: LotFact[] }> {
  const { prisma } = store
  const first = await prisma.entry.findFirst({
    where: { coalitionId, keyScopeId: scopeId, keyOperation: operation, key },
  })
  if (!first) return { now: 0, lots: [] }
  const { customerId, customerSequence } = first
  const entries = await prisma.entry.findMany({ where: { coalitionId, customerId, customerSequence } })
  const lots = await prisma.lot.findMany({
    where: { coalitionId, entryId: { in: entries.map(({ id }) => id) } },
  })
  return {
    // Posting may be a little later than deciding; points given are as old as the decision.
    now: (GIVING.has(first.kind) ? lots[0]?.issuedAt : undefined)?.getTime() ?? first.postedAt.getTime(),
    lots: lots.map((lot) => ({
      id: lot.id,
      issuerId: lot.issuerId,
      termsId: lot.termsId,
      issuedAt: lot.issuedAt.getTime(),
      activatesAt: lot.activatesAt.getTime(),
      expiresAt: lot.firstExpiresAt?.getTime() ?? Number.POSITIVE_INFINITY,
      amount: lot.amount,
    })),
  }
}
