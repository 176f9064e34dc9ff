import {
  InvalidInputError,
  mergeCustomers as merge,
  NotFoundError,
  type Points,
  points,
  Refusal,
} from '@artel/ledger'
import { type Command, type CommandKey, newId, receivedUnder } from '@artel/store'
import { requireAdmin } from '../access/authorise.ts'
import type { AdminPrincipal, Context } from '../access/principal.ts'
import { eventOfAct } from '../audit/record-act.ts'
import { type GivenConfirmation, missing, refusalWithoutCode, takeConsent } from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { refuseFrozenCustomer } from '../customer/refuse-frozen-customer.ts'
import { idsByName } from '../ids/ids-by-name.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { changeOf, isPosted, recordedEntries } from '../posting/recorded-entries.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { countedInDay } from './one-persons-day.ts'

export interface MergeCustomersInput {
  /** The duplicate, which goes. Name it by id: its phone, cards and references lead to the survivor afterwards. */
  readonly customer: CustomerBy
  /** The survivor. */
  readonly into: CustomerBy
  /**
   * The duplicate's code for a POINTS_TRANSFER to the survivor, where more points move than one person may adjust in a day. No part of what the
   * key stands for.
   */
  readonly confirmation?: GivenConfirmation | null
  readonly idempotencyKey: string
}

export interface MergedCustomers {
  readonly customerId: string
  readonly intoCustomerId: string
  /** Points that moved. */
  readonly points: Points
  /** The survivor's. */
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/**
 * Merges a duplicate into the customer who is the same person, in one step for both: points, debts, cards and references
 * move, the duplicate is CLOSED and points at the survivor. Its purchases stay as they were recorded; what a later
 * refund of one brings goes to the survivor. Administrators only; there is no way back. Where more points move than the coalition lets
 * one person adjust, in one merge or in those into the survivor in a day, it takes the code that the duplicate is sent: it is the owner of the wallet who says that both are one.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError, CustomerFrozenError, CustomerHasOpenHoldsError, ConfirmationRequiredError, ConfirmationInvalidError,
 * ConfirmationExpiredError, ConfirmationUnavailableError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function mergeCustomers(context: Context, input: MergeCustomersInput): Promise<MergedCustomers> {
  const principal = requireAdmin(context.principal, 'customers:write')
  const { store } = context
  const { coalitionId } = principal
  const reach = reachOf(principal)
  const [customerId, intoId] = await Promise.all([
    customerIdOf(context, reach, input.customer),
    customerIdOf(context, reach, input.into, 'into'),
  ])
  if (customerId === intoId)
    throw new InvalidInputError({ path: ['into'], problem: 'Must be another customer than the one merged.' })
  await requireBoth(context, { coalitionId, customerId, intoId })
  const { confirmation, ...request } = input
  const ids = { mergeId: newId(), eventId: newId(), lotIdOf: idsByName(), debtIdOf: idsByName() }
  const key = {
    scopeId: coalitionId,
    operation: 'customerMerge',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...request, idempotencyKey: null }),
  }
  const consent = await consentToMerge(
    context,
    { principal, act: { ...reach, customerId, intoId }, confirmation },
    key,
  )
  const command: Command = {
    customerId,
    otherCustomerId: intoId,
    key,
    audit: eventOfAct(context, {
      ...{ act: 'customerMerge', coalitionId, subject: { type: 'customer', id: customerId } },
      details: { into: encodePublicId('customer', intoId) },
    }),
    decide: (state, at) => {
      if (!at.other) throw new Error('The survivor was not loaded')
      refuseClosedCustomer(at)
      refuseFrozenCustomer(at, customerId)
      refuseClosedCustomer(at.other)
      consent.requireFor(state.posted)
      const { given, received } = merge(state, at.other.state, {
        documentId: ids.mergeId,
        memberId: null,
        newLotId: ids.lotIdOf,
        newDebtId: ids.debtIdOf,
      })
      const payload = { customerId, intoCustomerId: intoId, points: String(state.posted) }
      return {
        documentId: ids.mergeId,
        entries: given,
        other: { entries: received },
        mergesCustomers: true,
        vouchers: [{ act: 'MERGE', holderId: intoId }],
        outbox: [{ id: ids.eventId, kind: 'customer.merged', subjectId: customerId, payload }],
      }
    },
  }
  const { replayed } = await postMerge(context, command, { coalitionId, consent })
  const received = await recordedEntries(store, coalitionId, receivedUnder(key))
  const last = received.at(-1) ?? received[0]
  return {
    customerId,
    intoCustomerId: intoId,
    points: points(changeOf(received)),
    balanceAfter: points(last.balanceAfter),
    replayed,
  }
}

/** Throws NotFoundError. */
async function requireBoth(
  { store }: Context,
  {
    coalitionId,
    customerId,
    intoId,
  }: { readonly coalitionId: string; readonly customerId: string; readonly intoId: string },
): Promise<void> {
  const known = await store.prisma.customer.findMany({
    where: { coalitionId, id: { in: [customerId, intoId] } },
    select: { id: true },
  })
  if (!known.some(({ id }) => id === customerId))
    throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (!known.some(({ id }) => id === intoId))
    throw new NotFoundError({ what: 'customer' }, { path: ['into'] })
}

interface ConsentToMerge {
  /** Throws, within the decision, what is missing for so many points. */
  readonly requireFor: (moving: bigint) => void
  readonly giveBack: () => Promise<void>
  /** Takes back what counted against the day of who merges. */
  readonly uncount: () => Promise<void>
}

/** Posts a merge; what came to nothing, or was booked before, does not count in the day. */
async function postMerge(
  { store }: Context,
  command: Command,
  { coalitionId, consent }: { readonly coalitionId: string; readonly consent: ConsentToMerge },
): Promise<{ readonly replayed: boolean }> {
  try {
    const posted = await postCommand(store, coalitionId, command, { onRefused: consent.giveBack })
    if (posted.replayed) await consent.uncount()
    return posted
  } catch (error) {
    if (error instanceof Refusal) await consent.uncount()
    throw error
  }
}

/** Nothing moves, or so much that it takes the code anyway. */
const NOT_COUNTED = { giveBack: async () => undefined }

/** The yes of the duplicate's owner, of whom so many points are asked for as there are now. */
async function consentToMerge(
  context: Context,
  {
    principal,
    act: { coalitionId, memberId, customerId, intoId },
    confirmation: given,
  }: {
    readonly principal: AdminPrincipal
    readonly act: {
      readonly coalitionId: string
      readonly memberId: string | null
      readonly customerId: string
      readonly intoId: string
    }
    readonly confirmation: GivenConfirmation | null | undefined
  },
  key: CommandKey,
): Promise<ConsentToMerge> {
  const { store } = context
  const [agreement, account, isMerged] = await Promise.all([
    loadAgreement(store, coalitionId),
    store.prisma.customerAccount.findUnique({
      where: { coalitionId_customerId: { coalitionId, customerId } },
      select: { posted: true },
    }),
    isPosted(store, coalitionId, key),
  ])
  const threshold = agreement.coalition.adjustmentLimitPoints
  const asked = points(account?.posted ?? 0n)
  const isAlone = asked <= threshold
  // Many small wallets that one person merges into one in a day come to no more than a large one.
  const counted =
    isAlone && asked > 0n && !isMerged
      ? await countedInDay(store, agreement, { principal, parts: [{ payerId: intoId, points: asked }] })
      : NOT_COUNTED
  const needsCode = !isAlone || !counted
  const act = {
    coalitionId,
    memberId,
    purpose: 'POINTS_TRANSFER' as const,
    customerId,
    otherCustomerId: intoId,
    points: asked,
  }
  const consent = await takeConsent(context, { act, given: needsCode ? given : null, threshold }, key)
  return {
    requireFor(moving) {
      if (moving <= threshold && counted) return
      // Points that came meanwhile were not agreed to.
      if (moving > asked) missing(refusalWithoutCode(context, { act, threshold })).require()
      consent.require()
    },
    giveBack: consent.giveBack,
    uncount: async () => counted?.giveBack(),
  }
}
