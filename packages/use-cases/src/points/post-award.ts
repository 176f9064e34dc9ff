import {
  type Entry as LedgerEntry,
  MemberNotActiveError,
  micros,
  type Points,
  type PromoPayer,
  points,
  promote,
  promoteFromFund,
} from '@artel/ledger'
import { activationOf, endOfDays, expiryOf } from '@artel/rules'
import { type CommandKey, coalitionNow, type NewAuditEvent, newId } from '@artel/store'
import type { Entry } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { postCommand } from '../posting/post-command.ts'
import { changeOf, recordedEntries } from '../posting/recorded-entries.ts'
import { addedTo, type CreditStanding, countPosted, loadCreditStanding } from '../purchase/credit-standing.ts'
import { termsOfActive } from '../purchase/sale.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  type Participation,
  type TermsVersion,
  termsInForce,
} from '../terms/agreement.ts'
import { refuseLavishAward } from '../velocity/award-limit.ts'
import { permitAward } from './permit-award.ts'

/** A member that pays for promo points, and its share relative to the other payers'. */
export interface PromoPayerInput {
  readonly memberId: string
  /** 1 to 10 000. */
  readonly share: number
}

/** An award of promo points as it was checked. */
export interface Award {
  readonly coalitionId: string
  readonly customerId: string
  readonly awardId: string
  readonly points: Points
  /** Empty: the promo fund pays. */
  readonly shares: readonly PromoPayerInput[]
  /** Null: by each payer's terms. */
  readonly lifeDays: number | null
  readonly key: CommandKey
  /** Whether a second person said yes: then the coalition's daily limit does not bind it. */
  readonly byTwoPeople: boolean
  /** Whether the coalition knows what the payers come to owe. */
  readonly coalitionAgrees: boolean
  /** What the audit log says of it; left out where it was told before, or is a member's own business. */
  readonly audit?: NewAuditEvent | undefined
}

/** An award as it was booked. */
export interface PostedAward {
  readonly entries: readonly Entry[]
  readonly points: Points
  readonly balanceAfter: Points
  readonly replayed: boolean
}

/** Books an award: one entry for each payer, within the credit limit of each; or one out of the promo fund. */
export async function postAward({ store }: Context, award: Award): Promise<PostedAward> {
  if (award.shares.length === 0) return postFundAward(store, award)
  const { coalitionId, customerId, awardId, shares, lifeDays, key, audit } = award
  const [agreement, participations] = await Promise.all([
    loadAgreement(store, coalitionId),
    Promise.all(shares.map(({ memberId }) => loadParticipation(store, { coalitionId, memberId }))),
  ])
  const standings = await standingsOf(store, agreement, shares)
  const ids = { eventId: newId(), lotIds: shares.map(() => newId()) }
  const posted = await postCommand(store, coalitionId, {
    customerId,
    key,
    looksBack: !award.byTwoPeople && agreement.coalition.dailyAwardLimitPoints !== null,
    audit,
    decide: (state, at) => {
      refuseClosedCustomer(at)
      const payers = shares.map((share, index): PromoPayer => {
        const lot = { lotId: ids.lotIds[index] ?? awardId, lifeDays }
        return payerOf(agreement, participations[index], { ...share, ...lot, now: at.now })
      })
      const entries = promote({
        customerId: state.customerId,
        coalitionId,
        documentId: awardId,
        points: award.points,
        payers,
        now: at.now,
      })
      if (!award.byTwoPeople) refuseLavishAward(agreement.coalition, entries, at)
      refuseAboveCredit(entries, { ...award, standings, agreement, participations, now: at.now })
      const parts = entries.map((entry) => ({ memberId: entry.memberId, points: String(entry.pointsDelta) }))
      const payload = { awardId, customerId, points: String(award.points), payers: parts }
      return {
        documentId: awardId,
        entries,
        outbox: [{ id: ids.eventId, kind: 'points.awarded', subjectId: customerId, payload }],
      }
    },
  })
  for (const [index, { memberId }] of shares.entries())
    countPosted(standings[index], memberId, posted.group?.entries)
  const entries = await recordedEntries(store, coalitionId, key)
  const { balanceAfter, replayed } = posted
  return { entries, points: points(changeOf(entries)), balanceAfter, replayed }
}

/** Books an award that the promo fund pays for: points of the coalition's own, no more than the fund can pay. */
async function postFundAward(store: Context['store'], award: Award): Promise<PostedAward> {
  const { coalitionId, customerId, awardId, lifeDays, key, audit } = award
  const agreement = await loadAgreement(store, coalitionId)
  const { timeZone } = agreement.coalition
  const ids = { eventId: newId(), lotId: newId() }
  const { balanceAfter, replayed } = await postCommand(store, coalitionId, {
    customerId,
    key,
    audit,
    paidByPromoFund: true,
    decide: (state, at) => {
      refuseClosedCustomer(at)
      const terms = termsOfFund(agreement, at.now)
      const activatesAt = activationOf(terms, at.now, timeZone)
      const entry = promoteFromFund({
        ...{ customerId: state.customerId, coalitionId, documentId: awardId, lotId: ids.lotId },
        ...{ points: award.points, terms, now: at.now, activatesAt, fund: at.promoFund ?? micros(0n) },
        expiresAt:
          lifeDays === null ? expiryOf(terms, at.now, timeZone) : endOfDays(activatesAt, lifeDays, timeZone),
      })
      const payload = { awardId, customerId, points: String(award.points), payers: [] }
      return {
        documentId: awardId,
        entries: [entry],
        outbox: [{ id: ids.eventId, kind: 'points.awarded', subjectId: customerId, payload }],
      }
    },
  })
  const entries = await recordedEntries(store, coalitionId, key)
  return { entries, points: points(changeOf(entries)), balanceAfter, replayed }
}

/** The terms of points that are the coalition's own. Throws MemberNotActiveError: without terms nobody is a member yet. */
function termsOfFund(agreement: Agreement, now: Date): TermsVersion {
  const terms = termsInForce(agreement, now)
  if (!terms) throw new MemberNotActiveError({ memberStatus: 'INVITED' })
  return terms
}

/** Throws MemberNotActiveError or NotFoundError when a payer could not pay today: nobody is asked to approve that. */
export async function refuseUnlessAwardable(
  { store }: Context,
  award: Pick<Award, 'coalitionId' | 'shares'>,
): Promise<void> {
  const { coalitionId, shares } = award
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  if (shares.length === 0) termsOfFund(agreement, now)
  for (const { memberId } of shares)
    termsOfActive(agreement, await loadParticipation(store, { coalitionId, memberId }), now)
}

/** Where each payer stands; undefined for all where no terms limit credit. */
async function standingsOf(
  store: Context['store'],
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
  const { timeZone } = agreement.coalition
  const terms = termsOfActive(agreement, participation, part.now)
  const activatesAt = activationOf(terms, part.now, timeZone)
  return {
    memberId: part.memberId,
    share: BigInt(part.share),
    lotId: part.lotId,
    terms,
    activatesAt,
    expiresAt:
      part.lifeDays === null
        ? expiryOf(terms, part.now, timeZone)
        : endOfDays(activatesAt, part.lifeDays, timeZone),
  }
}
