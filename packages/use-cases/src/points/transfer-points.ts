import {
  InvalidInputError,
  NotFoundError,
  NotSameHouseholdError,
  type Points,
  points,
  transferPoints as transfer,
} from '@artel/ledger'
import { type Command, newId, receivedUnder, type Store } from '@artel/store'
import { refuseStatusOf, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { type GivenConfirmation, missing, takeConsent } from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { refuseFrozenCustomer } from '../customer/refuse-frozen-customer.ts'
import { frozenBar } from '../customer/spending-bar.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import { checkSomePoints } from '../input/money.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { recordedEntries } from '../posting/recorded-entries.ts'
import { requestHash } from '../posting/request-hash.ts'

export interface TransferPointsInput {
  /** Who gives. */
  readonly from: CustomerBy
  /** Who receives: another customer of the same household. */
  readonly to: CustomerBy
  /** 1 or more. */
  readonly points: Points
  /** The giver's code. No part of what the key stands for. */
  readonly confirmation?: GivenConfirmation | null
  readonly idempotencyKey: string
}

export interface TransferredPoints {
  readonly fromCustomerId: string
  readonly toCustomerId: string
  readonly points: Points
  /** The giver's. */
  readonly balanceAfter: Points
  readonly receiverBalanceAfter: Points
  readonly replayed: boolean
}

/**
 * Gives points from one customer to another of the same household, in one step for both. They keep their issuer, prices,
 * activation and expiry. Points on hold, pending or run out cannot be given. Takes a code of who gives, whoever asks.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CustomerFrozenError, NotSameHouseholdError, InsufficientPointsError,
 * ConfirmationRequiredError, ConfirmationInvalidError, ConfirmationExpiredError, ConfirmationUnavailableError,
 * IdempotencyKeyMismatchError, OverloadedError.
 */
export async function transferPoints(
  context: Context,
  input: TransferPointsInput,
): Promise<TransferredPoints> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
  })
  const { store } = context
  const { coalitionId } = principal
  const wanted = checkSomePoints(['points'], input.points)
  const reach = reachOf(principal)
  const [fromId, toId] = await Promise.all([
    customerIdOf(context, reach, input.from, 'from'),
    customerIdOf(context, reach, input.to, 'to'),
  ])
  if (fromId === toId)
    throw new InvalidInputError({ path: ['to'], problem: 'Must be another customer than the giver.' })
  const isHousehold = await areTogether(store, { coalitionId, fromId, toId })
  const ids = { transferId: newId(), eventId: newId(), lotIdOf: idsByName() }
  const { idempotencyKey, confirmation, ...request } = input
  const key = {
    scopeId: scopeOf(principal),
    operation: 'pointsTransfer',
    key: checkIdempotencyKey(idempotencyKey),
    requestHash: requestHash(request),
  }
  const giving = { customerId: fromId, otherCustomerId: toId, points: wanted }
  const act = { ...reach, purpose: 'POINTS_TRANSFER' as const, ...giving }
  const bar = await frozenBar(store, { coalitionId, customerId: fromId })
  const consent = bar
    ? missing(bar)
    : await takeConsent(context, { act, given: confirmation, threshold: null }, key)
  const command: Command = {
    customerId: fromId,
    otherCustomerId: toId,
    key,
    decide: (state, at) => {
      if (!at.other) throw new Error('The receiver was not loaded')
      refuseStatusOf(principal, 'transferPoints')
      refuseClosedCustomer(at)
      refuseFrozenCustomer(at, fromId)
      refuseClosedCustomer(at.other)
      if (!isHousehold) throw new NotSameHouseholdError()
      const { given, received } = transfer(state, at.other.state, {
        documentId: ids.transferId,
        memberId: principal.kind === 'member' ? principal.memberId : null,
        points: wanted,
        now: at.now,
        newLotId: ids.lotIdOf,
      })
      consent.require()
      const payload = { fromCustomerId: fromId, toCustomerId: toId, points: String(wanted) }
      return {
        documentId: ids.transferId,
        entries: [given],
        other: { entries: [received] },
        outbox: [{ id: ids.eventId, kind: 'points.transferred', subjectId: fromId, payload }],
      }
    },
  }
  const posted = await postCommand(store, coalitionId, command, { onRefused: consent.giveBack })
  const [received] = await recordedEntries(store, coalitionId, receivedUnder(key))
  return {
    fromCustomerId: fromId,
    toCustomerId: toId,
    points: wanted,
    balanceAfter: posted.balanceAfter,
    receiverBalanceAfter: points(received.balanceAfter),
    replayed: posted.replayed,
  }
}

/** Whether two customers are of one household. Throws NotFoundError for whoever is not there. */
async function areTogether(
  { prisma }: Store,
  { coalitionId, fromId, toId }: Readonly<Record<'coalitionId' | 'fromId' | 'toId', string>>,
): Promise<boolean> {
  const people = await prisma.customer.findMany({
    where: { coalitionId, id: { in: [fromId, toId] } },
    select: { id: true, householdId: true },
  })
  if (!people.some(({ id }) => id === fromId))
    throw new NotFoundError({ what: 'customer' }, { path: ['from'] })
  if (!people.some(({ id }) => id === toId)) throw new NotFoundError({ what: 'customer' }, { path: ['to'] })
  const [one, other] = people
  return one?.householdId != null && one.householdId === other?.householdId
}
