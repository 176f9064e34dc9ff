import { InvalidInputError, type Points, points, Refusal } from '@artel/ledger'
import { type NewAuditEvent, newId } from '@artel/store'
import type { Adjustment, Entry } from '@artel/store/prisma'
import { requirePerson } from '../access/actor.ts'
import { refuseStatusOf, requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import { statusAllows } from '../access/verb-statuses.ts'
import { eventOfAct } from '../audit/record-act.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkSomePoints } from '../input/money.ts'
import { checkId, checkIdempotencyKey, checkInteger } from '../input/text.ts'
import { changeOf, isPosted, recordedEntries } from '../posting/recorded-entries.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { countedInDay, partsOf } from './one-persons-day.ts'
import { type Award, type PromoPayerInput, postAward, refuseUnlessAwardable } from './post-award.ts'
import { bookedOrWaiting, proposedBefore, recordProposal } from './record-proposal.ts'

export interface AwardPromoInput {
  readonly customer: CustomerBy
  /** 1 or more. */
  readonly points: Points
  /** Who pays, 20 members at most. Administrators must say; a member pays alone. */
  readonly payers?: readonly PromoPayerInput[] | null
  /** The coalition's promo fund pays, in place of members. Administrators alone. */
  readonly fromPromoFund?: boolean | null
  /** Days until they run out, counted from their activation; the payer's terms say otherwise. 1 to 3650. */
  readonly expiresInDays?: number | null
  readonly idempotencyKey: string
}

export interface AwardedPromo {
  readonly customerId: string
  /** One for each payer that paid a part, or the promo fund's; none while the award waits for a second person. */
  readonly entries: readonly Entry[]
  /** What was booked; 0 while it waits. */
  readonly points: Points
  /** Null while it waits. */
  readonly balanceAfter: Points | null
  /** Of an award above the coalition's limit: what a second person approves. */
  readonly adjustment: Adjustment | null
  readonly replayed: boolean
}

/** What is a member's own, or booked already. */
const NOT_COUNTED = { giveBack: async () => undefined }
/** The promo fund pays. */
const NO_MEMBER: readonly PromoPayerInput[] = []
const MAX_PAYERS = 20
const MAX_SHARE = 10_000
const MAX_LIFE_DAYS = 3_650

/**
 * Gives a customer promo points. A member gives its own; an administrator names one or several members, who must be
 * ACTIVE, and the points are split by their shares, largest remainder first. Each part is its payer's own points, under
 * the terms that bind that payer, and passes no payer's credit limit; where the terms leave that to the coalition, its
 * administrator may. Where the promo fund pays, the points are the coalition's own, under the terms in force, and cost it
 * all that they are worth at once; it never pays more than it holds. More points than the coalition's limit, or than are left of it to
 * an administrator today for the payer, wait as a PROPOSED adjustment until a second person approves.
 * Throws PersonRequiredError, InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CreditLimitReachedError,
 * AwardLimitReachedError, PromoFundShortError, IdempotencyKeyMismatchError, OverloadedError.
 */
export async function awardPromo(context: Context, input: AwardPromoInput): Promise<AwardedPromo> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'promotions:write',
    admin: 'promotions:write',
  })
  const { store } = context
  const { coalitionId } = principal
  if (input.fromPromoFund) refuseUnlessAdmin(principal, input.payers)
  const award = {
    points: checkSomePoints(['points'], input.points),
    shares: input.fromPromoFund ? NO_MEMBER : checkedPayers(principal, input.payers),
    lifeDays: checkedLifeDays(input.expiresInDays),
  }
  const key = {
    scopeId: scopeOf(principal),
    operation: 'promoAward',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }
  const { scopeId: keyScopeId, ...named } = key
  const name = { coalitionId, keyScopeId, ...named }
  const before = await proposedBefore(context, name)
  // Of twins of one key one may have been booked while the other was left to wait.
  if (before && !(await isPosted(store, coalitionId, key)))
    return waitingOrBooked(context, { adjustment: before, replayed: true })
  // What was booked before is answered as it was, whatever became of the member since.
  const mayAward = principal.kind === 'admin' || statusAllows('awardPromo', principal.status)
  if (!mayAward && !(await isPosted(store, coalitionId, key))) refuseStatusOf(principal, 'awardPromo')

  const [customerId, agreement] = await Promise.all([
    customerIdOf(context, reachOf(principal), input.customer),
    loadAgreement(store, coalitionId),
  ])
  const { coalition } = agreement
  // What was booked while the limit was higher is answered as it was.
  const isBooked = await isPosted(store, coalitionId, key)
  const isAlone = award.points <= coalition.adjustmentLimitPoints
  const counted =
    principal.kind === 'admin' && isAlone && !isBooked
      ? await countedInDay(store, agreement, { principal, parts: partsOf(coalitionId, award) })
      : NOT_COUNTED
  if (!isBooked && (!isAlone || !counted)) {
    const memberId = award.shares[0]?.memberId ?? null
    const { points: wanted, shares, lifeDays: expiresInDays } = award
    await refuseUnlessAwardable(context, { coalitionId, shares })
    const payers = shares.map((share) => ({ ...share }))
    const draft = { customerId, memberId, points: wanted, kind: 'PROMO', reason: '', payers, expiresInDays }
    const status = 'PROPOSED'
    const proposedById = requirePerson(principal)
    return waitingOrBooked(
      context,
      await recordProposal(context, { ...name, ...draft, status, proposedById }),
    )
  }
  const awardId = newId()
  const coalitionAgrees = principal.kind === 'admin'
  const audit = coalitionAgrees ? eventOfAward(context, { ...award, coalitionId, customerId }) : undefined
  const posted = await postAward(context, {
    ...award,
    coalitionId,
    customerId,
    awardId,
    key,
    coalitionAgrees,
    byTwoPeople: false,
    audit,
  }).catch(async (error: unknown) => {
    if (error instanceof Refusal) await counted?.giveBack()
    throw error
  })
  if (posted.replayed) await counted?.giveBack()
  return { ...posted, customerId, adjustment: null }
}

/** Limit after limit an administrator could give a whole fund away. What a member gives is its own, and in the ledger. */
const eventOfAward = (
  context: Context,
  award: Pick<Award, 'coalitionId' | 'customerId' | 'points' | 'shares'>,
): NewAuditEvent =>
  eventOfAct(context, {
    ...{ act: 'promoAward', coalitionId: award.coalitionId },
    subject: { type: 'customer', id: award.customerId },
    details: {
      points: award.points,
      payers:
        award.shares.length === 0
          ? 'PROMO_FUND'
          : award.shares.map(({ memberId, share }) => `${encodePublicId('member', memberId)} ${share}`),
    },
  })

/** The award that waits for a second person or, when one has approved it since, as it was booked. */
async function waitingOrBooked(
  context: Context,
  { adjustment, replayed }: { readonly adjustment: Adjustment; readonly replayed: boolean },
): Promise<AwardedPromo> {
  const { coalitionId, customerId, id } = adjustment
  const outcome = await bookedOrWaiting(context, adjustment, replayed)
  const key = { scopeId: coalitionId, operation: 'adjustmentPost', key: id }
  const entries = outcome.balanceAfter === null ? [] : await recordedEntries(context.store, coalitionId, key)
  const { balanceAfter } = outcome
  const awarded = points(changeOf(entries))
  return { customerId, entries, points: awarded, balanceAfter, adjustment: outcome.adjustment, replayed }
}

function checkedLifeDays(days: number | null | undefined): number | null {
  return days === null || days === undefined
    ? null
    : checkInteger(['expiresInDays'], days, { min: 1, max: MAX_LIFE_DAYS })
}

function checkedPayers(
  principal: MemberPrincipal | AdminPrincipal,
  payers: readonly PromoPayerInput[] | null | undefined,
): readonly PromoPayerInput[] {
  if (principal.kind === 'member') {
    const [payer, ...others] = payers ?? []
    if (others.length > 0 || (payer && payer.memberId !== principal.memberId))
      throw new InvalidInputError({
        path: ['payers'],
        problem: 'Must be left out: a member pays for its own promo points.',
      })
    return [{ memberId: principal.memberId, share: 1 }]
  }
  if (!payers?.[0] || payers.length > MAX_PAYERS)
    throw new InvalidInputError({ path: ['payers'], problem: `Must name 1 to ${MAX_PAYERS} members.` })
  if (new Set(payers.map(({ memberId }) => memberId)).size !== payers.length)
    throw new InvalidInputError({ path: ['payers'], problem: 'Must name each member once.' })
  const checked = ({ memberId, share }: PromoPayerInput, index: number) => ({
    memberId: checkId('member', memberId, ['payers', String(index), 'memberId']),
    share: checkInteger(['payers', String(index), 'share'], share, { min: 1, max: MAX_SHARE }),
  })
  return payers.map(checked)
}

function refuseUnlessAdmin(
  principal: MemberPrincipal | AdminPrincipal,
  payers: readonly PromoPayerInput[] | null | undefined,
): void {
  if (principal.kind === 'member')
    throw new InvalidInputError({
      path: ['fromPromoFund'],
      problem: 'Must be left out: administrators alone give out of the promo fund.',
    })
  if (payers && payers.length > 0)
    throw new InvalidInputError({
      path: ['payers'],
      problem: 'Must be left out when the promo fund pays.',
    })
}
