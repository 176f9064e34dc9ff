import {
  CustomerFrozenError,
  type CustomerState,
  hold as decideHold,
  InvalidInputError,
  type Minor,
  NewDeviceError,
  NotFoundError,
  type Points,
  points,
  Refusal,
  SpendingLimitReachedError,
  TokenCapExceededError,
} from '@artel/ledger'
import {
  type ActingPerson,
  admitTokenHold,
  type Command,
  coalitionNow,
  type DecisionContext,
  type EntryGroup,
  newId,
  type Posted,
  releaseTokenHold,
  type Store,
  type TokenAdmission,
  type TokenName,
} from '@artel/store'
import type { Hold } from '@artel/store/prisma'
import { actingFacts, actingPerson } from '../access/acting-person.ts'
import { customerScopeAt, requireCustomerAtMember, requireMemberKey } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { type Consent, type GivenConfirmation, missing } from '../confirmation/consent.ts'
import { consentToSpend } from '../confirmation/spending.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { refuseFrozenCustomer } from '../customer/refuse-frozen-customer.ts'
import { type NewDevice, newDevice, newDeviceBar, refuseNewDevice } from '../device/new-device-bar.ts'
import type { MoneyAmount } from '../input/bill.ts'
import { checkBillCode } from '../input/bill-code.ts'
import { checkMoney, checkSomePoints } from '../input/money.ts'
import { checkIdempotencyKey, checkInteger, checkRef } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { requestHash } from '../posting/request-hash.ts'
import { refuseAboveShare, sellingTerms } from '../purchase/sale.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type Participation,
  type TermsVersion,
} from '../terms/agreement.ts'
import { looksBackToSpend, refuseFastSpending } from '../velocity/spending-limits.ts'
import { recordedHold } from './own-hold.ts'

export interface CreateHoldInput {
  /** Members name the customer; a customer's token holds its own points. */
  readonly customer?: CustomerBy | null
  readonly orderRef: string
  readonly bill: MoneyAmount
  /** A code that the customer named; the capture's too, unless the final bill names another. */
  readonly code?: string | null
  readonly points: Points
  /** Defaults to the terms' time-out; never longer. */
  readonly ttlSeconds?: number | null
  /** The customer's code, where so many points need one. No part of what the key stands for. */
  readonly confirmation?: GivenConfirmation | null
  readonly idempotencyKey: string
}

export interface CreatedHold {
  readonly hold: Hold
  readonly replayed: boolean
}

/** Shortest time-out of a hold. Seconds. */
const MIN_HOLD_TTL_SECONDS = 60

/**
 * Reserves points of a customer for one order at a member until the hold's time-out. Share cap and face value of the terms
 * in force hold for its capture, whatever they become. A customer's token holds only
 * its own points, and with all that is held and captured under it at most the token's cap. Holding more than the
 * coalition's threshold takes the customer's code, with a token too: a member can sign one by itself.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CustomerFrozenError, InsufficientPointsError,
 * ConfirmationRequiredError, ConfirmationInvalidError, ConfirmationExpiredError, ConfirmationUnavailableError,
 * NewDeviceError, SpendingLimitReachedError, PointsShareExceededError, TokenCapExceededError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function createHold(context: Context, input: CreateHoldInput): Promise<CreatedHold> {
  const holder = await holderOf(context, input)
  const { coalitionId, memberId, customerId } = holder
  const { store } = context
  const [agreement, participation] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
  ])
  const { billMinor, requested, orderRef, code } = checkedOrder(input, agreement.coalition.currency)
  const { confirmation, ...request } = input
  const key = {
    scopeId: holder.keyScopeId,
    operation: 'holdCreate',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...request, idempotencyKey: null }),
  }
  const spending = { coalitionId, memberId, customerId, points: requested }
  const takesRoom = holder.token !== null
  const device = await newDevice(context, agreement.coalition)
  const bar = await newDeviceBar(context, device, spending)
  const consent = bar
    ? missing(bar)
    : await consentToSpend(context, { spending, agreement, confirmation, use: key, takesRoom })
  const wish = { idempotencyKey: key.key, holdId: newId(), points: requested }
  const admission = await admitted(store, { token: holder.token, consent }, wish)
  const ids = { holdId: admission.holdId, eventId: newId() }
  const by = actingPerson(context.principal)

  const facts = {
    ...{ asked: input, requested, billMinor, orderRef, code, holder, ids, agreement, participation },
    ...{ admission, device, consent, by },
  }
  const posted = await postAdmitted(store, { ...holder, consent }, admission, {
    customerId,
    key,
    by,
    takesAtMost: requested,
    looksBack: device !== undefined || looksBackToSpend(agreement.coalition, requested),
    decide: (state, at) => decideCreation(facts, state, at),
  })
  const hold = posted.hold ?? (await recordedHold(store, coalitionId, posted.groupId))
  return { hold, replayed: posted.replayed }
}

/** What the hold is decided on besides the customer's state. */
interface HoldFacts {
  readonly asked: Pick<CreateHoldInput, 'ttlSeconds'>
  readonly requested: Points
  readonly billMinor: Minor
  readonly orderRef: string
  readonly code: string | null
  readonly holder: Pick<Holder, 'memberId' | 'customerId'>
  readonly ids: { readonly holdId: string; readonly eventId: string }
  readonly agreement: Agreement
  readonly participation: Participation
  readonly admission: TokenAdmission
  readonly device: NewDevice | undefined
  readonly consent: Consent
  readonly by: ActingPerson | undefined
}

function decideCreation(facts: HoldFacts, state: CustomerState, at: DecisionContext): EntryGroup {
  const { requested, billMinor, orderRef, ids, agreement, participation, admission, consent, by } = facts
  const { memberId, customerId } = facts.holder
  const terms = sellingTerms(agreement, participation, { verb: 'createHold', now: at.now })
  refuseClosedCustomer(at)
  refuseFrozenCustomer(at, customerId)
  if (admission.left !== null) throw new TokenCapExceededError({ maxPoints: points(admission.left) })
  refuseAboveShare(terms, { totalMinor: billMinor, spent: requested })
  const expiresAt = endOfHold(facts.asked.ttlSeconds, terms, at.now)
  const entry = decideHold(state, {
    ...{ holdId: ids.holdId, memberId, points: requested, now: at.now },
    expiresAt,
  })
  refuseFastSpending(agreement.coalition, requested, at)
  refuseNewDevice(facts.device, requested, at)
  consent.require()
  const told = {
    holdId: ids.holdId,
    memberId,
    customerId,
    points: String(requested),
    orderRef,
    ...actingFacts(by),
  }
  const hold = {
    id: ids.holdId,
    memberId,
    customerId,
    points: requested,
    termsId: terms.id,
    orderRef,
    billMinor,
    code: facts.code,
  }
  return {
    documentId: ids.holdId,
    entries: [entry],
    hold: { ...hold, status: 'OPEN', createdAt: at.now, expiresAt, closedAt: null },
    outbox: [{ id: ids.eventId, kind: 'hold.created', subjectId: ids.holdId, payload: told }],
  }
}

function checkedOrder(input: CreateHoldInput, currency: string) {
  return {
    billMinor: checkMoney(['bill'], input.bill, currency),
    requested: checkSomePoints(['points'], input.points),
    orderRef: checkRef(['orderRef'], input.orderRef),
    code: checkBillCode(['code'], input.code),
  }
}

/** When a hold times out: as asked, and never later than the terms say. */
function endOfHold(asked: number | null | undefined, { holdTtlSeconds }: TermsVersion, now: Date): Date {
  const ttlSeconds = checkInteger(['ttlSeconds'], asked ?? holdTtlSeconds, {
    min: MIN_HOLD_TTL_SECONDS,
    max: holdTtlSeconds,
  })
  return new Date(now.getTime() + ttlSeconds * 1000)
}

/** Whose points are held where, whose idempotency keys count, and the token if it has a cap. */
interface Holder {
  readonly coalitionId: string
  readonly memberId: string
  readonly customerId: string
  readonly keyScopeId: string
  readonly token: CappedToken | null
}

interface CappedToken extends TokenName {
  readonly maxPoints: Points
}

async function holderOf(context: Context, input: CreateHoldInput): Promise<Holder> {
  const { principal } = context
  if (principal.kind === 'customer') {
    const { coalitionId, memberId, customerId, maxPoints, tokenId } = requireCustomerAtMember(
      principal,
      'hold:create',
    )
    const reach = { coalitionId, memberId }
    if (input.customer && (await customerIdOf(context, reach, input.customer)) !== customerId)
      throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    const token = maxPoints === null ? null : { ...reach, customerId, tokenId, maxPoints }
    return { ...reach, customerId, token, keyScopeId: customerScopeAt(principal) }
  }
  const { coalitionId, memberId } = requireMemberKey(principal, 'holds:write')
  if (!input.customer)
    throw new InvalidInputError({
      path: ['customer'],
      problem: 'Must name the customer whose points are held.',
    })
  const customerId = await customerIdOf(context, { coalitionId, memberId }, input.customer)
  return { coalitionId, memberId, customerId, token: null, keyScopeId: memberId }
}

/**
 * Sets the points aside under the token's cap; without one any hold is admitted. So is one that will not be made, since it
 * lacks the customer's code, or nothing may be held now: nothing is set aside that would have to be given back beside a twin
 * that is made.
 */
async function admitted(
  { prisma }: Store,
  { token, consent }: { readonly token: CappedToken | null; readonly consent: Consent },
  wish: { readonly idempotencyKey: string; readonly holdId: string; readonly points: Points },
): Promise<TokenAdmission> {
  if (!token || consent.isMissing) return { holdId: wish.holdId, left: null, isNew: false }
  return admitTokenHold(prisma, token, { ...wish, maxPoints: token.maxPoints })
}

/** Refusals after which the same command may come again under its key. */
const MAY_COME_AGAIN = [CustomerFrozenError, NewDeviceError, SpendingLimitReachedError]

/**
 * Posts the hold. What was set aside for it is given back when it is refused for good, or was made under another token. It stays
 * with a key that may still hold: a twin of before a freeze, or the same command of after it.
 */
async function postAdmitted(
  store: Store,
  { coalitionId, token, consent }: Holder & { readonly consent: Consent },
  admission: TokenAdmission,
  command: Command,
): Promise<Posted> {
  const giveBack = async () => {
    if (!token || !admission.isNew) return
    const releasedAt = await coalitionNow(store, coalitionId)
    await releaseTokenHold(store.prisma, token, { idempotencyKey: command.key.key, releasedAt })
  }
  try {
    const posted = await postCommand(store, coalitionId, command, { onRefused: consent.giveBack })
    if (posted.replayed) await giveBack()
    return posted
  } catch (error) {
    if (error instanceof Refusal && !MAY_COME_AGAIN.some((kind) => error instanceof kind)) await giveBack()
    throw error
  }
}
