import {
  InvalidInputError,
  type Entry as LedgerEntry,
  micros,
  type Points,
  type PromoPayer,
  points,
  promote,
} from '@artel/ledger'
import { activationOf, expiryOf } from '@artel/rules'
import { newId } from '@artel/store'
import type { Entry } from '@artel/store/prisma'
import { requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { AdminPrincipal, Context, MemberPrincipal } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { checkSomePoints } from '../input/money.ts'
import { checkId, checkIdempotencyKey, checkInteger } from '../input/text.ts'
import { postCommand } from '../posting/post-command.ts'
import { changeOf, recordedEntries } from '../posting/recorded-entries.ts'
import { requestHash } from '../posting/request-hash.ts'
import { addedTo, type CreditStanding, countPosted, loadCreditStanding } from '../purchase/credit-standing.ts'
import { termsOfActive } from '../purchase/sale.ts'
import { type Agreement, loadAgreement, loadParticipation, type Participation } from '../terms/agreement.ts'
import { permitAward } from './permit-award.ts'

/** A member that pays for promo points, and its share relative to the other payers'. */
export interface PromoPayerInput {
  readonly memberId: string
  /** 1 to 10 000. */
  readonly share: number
}

export interface AwardPromoInput {
  readonly customer: CustomerBy
  /** 1 or more. */
  readonly points: Points
  /** Who pays, 20 members at most. Administrators must say; a member pays alone. */
  readonly payers?: readonly PromoPayerInput[] | null
  /** Days until they run out, counted from their activation; the payer's terms say otherwise. 1 to 3650. */
  readonly expiresInDays?: number | null
  readonly idempotencyKey: string
}

export interface AwardedPromo {
  readonly customerId: string
  /** One for each payer that paid a part. */
  readonly entries: readonly Entry[]
  readonly points: Points
  readonly balanceAfter: Points
  readonly replayed: boolean
}

const MAX_PAYERS = 20
const MAX_SHARE = 10_000
const MAX_LIFE_DAYS = 3_650
const MS_PER_DAY = 86_400_000

/**
 * Gives a customer promo points. A member gives its own; an administrator names one or several members, who must be
 * ACTIVE, and the points are split by their shares, largest remainder first. Each part is its payer's own points, under
 * the terms that bind that payer, and passes no payer's credit limit; where the terms leave that to the coalition, its
 * administrator may.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, CreditLimitReachedError,
 * IdempotencyKeyMismatchError, OverloadedError.
 */
export async function awardPromo(context: Context, input: AwardPromoInput): Promise<AwardedPromo> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'promotions:write',
    admin: 'promotions:write',
  })
  const { store } = context
  const { coalitionId } = principal
  const shares = checkedPayers(principal, input.payers)
  const wanted = checkSomePoints(['points'], input.points)
  const lifeDays = checkedLifeDays(input.expiresInDays)
  const [agreement, participations] = await Promise.all([
    loadAgreement(store, coalitionId),
    Promise.all(shares.map(({ memberId }) => loadParticipation(store, { coalitionId, memberId }))),
  ])
  const customerId = await customerIdOf(store, reachOf(principal), input.customer)
  const standings = await standingsOf(context, agreement, shares)
  const coalitionAgrees = principal.kind === 'admin'
  const ids = { awardId: newId(), eventId: newId(), lotIds: shares.map(() => newId()) }
  const key = {
    scopeId: scopeOf(principal),
    operation: 'promoAward',
    key: checkIdempotencyKey(input.idempotencyKey),
    requestHash: requestHash({ ...input, idempotencyKey: null }),
  }
  const posted = await postCommand(store, coalitionId, {
    customerId,
    key,
    decide: (state, at) => {
      refuseClosedCustomer(at)
      const payers = shares.map((share, index): PromoPayer => {
        const lot = { lotId: ids.lotIds[index] ?? ids.awardId, lifeDays }
        return payerOf(agreement, participations[index], { ...share, ...lot, now: at.now })
      })
      const entries = promote({
        customerId: state.customerId,
        coalitionId,
        documentId: ids.awardId,
        points: wanted,
        payers,
        now: at.now,
      })
      refuseAboveCredit(entries, {
        shares,
        standings,
        agreement,
        participations,
        now: at.now,
        coalitionAgrees,
      })
      const parts = entries.map((entry) => ({ memberId: entry.memberId, points: String(entry.pointsDelta) }))
      const payload = { awardId: ids.awardId, customerId, points: String(wanted), payers: parts }
      return {
        documentId: ids.awardId,
        entries,
        outbox: [{ id: ids.eventId, kind: 'points.awarded', subjectId: customerId, payload }],
      }
    },
  })
  for (const [index, { memberId }] of shares.entries())
    countPosted(standings[index], memberId, posted.group?.entries)
  const entries = await recordedEntries(store, coalitionId, key)
  const { balanceAfter, replayed } = posted
  return { customerId, entries, points: points(changeOf(entries)), balanceAfter, replayed }
}

/** Where each payer stands; undefined for all where no terms limit credit. */
async function standingsOf(
  { store }: Context,
  { coalition, limitsCredit }: Agreement,
  payers: readonly PromoPayerInput[],
): Promise<readonly CreditStanding[]> {
  if (!limitsCredit) return []
  const { id: coalitionId } = coalition
  return Promise.all(payers.map(({ memberId }) => loadCreditStanding(store, { coalitionId, memberId })))
}

/** Throws CreditLimitReachedError when a part costs its payer more than it may come to owe. */
function refuseAboveCredit(
  entries: readonly LedgerEntry[],
  award: {
    readonly shares: readonly PromoPayerInput[]
    readonly standings: readonly CreditStanding[]
    readonly agreement: Agreement
    readonly participations: readonly Participation[]
    readonly now: Date
    readonly coalitionAgrees: boolean
  },
): void {
  const { agreement, now, coalitionAgrees } = award
  for (const [index, { memberId }] of award.shares.entries()) {
    const participation = award.participations[index]
    const own = entries.filter((entry) => entry.memberId === memberId)
    if (!participation || own.length === 0) continue
    permitAward(award.standings[index], {
      terms: termsOfActive(agreement, participation, now),
      adds: micros(own.reduce((sum, entry) => sum + addedTo(memberId, entry), 0n)),
      timeZone: agreement.coalition.timeZone,
      now,
      coalitionAgrees,
    })
  }
}

function payerOf(
  agreement: Agreement,
  participation: Participation | undefined,
  part: {
    readonly memberId: string
    readonly share: number
    readonly lotId: string
    readonly lifeDays: number | null
    readonly now: Date
  },
): PromoPayer {
  if (!participation) throw new Error(`The payer ${part.memberId} was not loaded`)
  const terms = termsOfActive(agreement, participation, part.now)
  const activatesAt = activationOf(terms, part.now)
  return {
    memberId: part.memberId,
    share: BigInt(part.share),
    lotId: part.lotId,
    terms,
    activatesAt,
    expiresAt:
      part.lifeDays === null
        ? expiryOf(terms, part.now, agreement.coalition.timeZone)
        : new Date(activatesAt.getTime() + part.lifeDays * MS_PER_DAY),
  }
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
  if (!payers || payers.length === 0 || payers.length > MAX_PAYERS)
    throw new InvalidInputError({ path: ['payers'], problem: `Must name 1 to ${MAX_PAYERS} members.` })
  if (new Set(payers.map(({ memberId }) => memberId)).size !== payers.length)
    throw new InvalidInputError({ path: ['payers'], problem: 'Must name each member once.' })
  return payers.map(({ memberId, share }, index) => ({
    memberId: checkId('member', memberId, ['payers', String(index), 'memberId']),
    share: checkInteger(['payers', String(index), 'share'], share, { min: 1, max: MAX_SHARE }),
  }))
}
