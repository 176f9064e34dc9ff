import { allocate, clearing, lesser, type Micros, micros, moneyTransfers, promoFund } from '@artel/ledger'
import { type IssuerRevaluation, revalue } from '@artel/rules'
import {
  addEventAt,
  addRevaluation,
  coalitionNow,
  inTransaction,
  type NewRevaluation,
  newId,
  outstandingPoints,
  postMoney,
  promoFundBalance,
  type Store,
} from '@artel/store'
import type { Revaluation } from '@artel/store/prisma'
import { requireDueWorkOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordActIn } from '../audit/record-act.ts'
import { outboxRow } from '../posting/outbox.ts'
import { requestHash } from '../posting/request-hash.ts'
import {
  type Agreement,
  forgetAgreement,
  loadAgreement,
  type TermsVersion,
  termsInForce,
} from './agreement.ts'

/** What a changed R means for the points of one issuer. */
interface IssuerWorth {
  readonly memberId: string
  readonly points: bigint
  /** At the new R less at the R of their lots, micros: below 0 when a point is worth less. */
  readonly difference: Micros
  /** What was booked of it. */
  readonly booked: Micros
}

/**
 * Writes down what a changed R does to the points that are out, once a version in force has another R than the one before
 * it. Lots keep the R they were issued at, so neither RESERVE nor anybody's obligations change. Where the terms say
 * ISSUERS, a rise is charged to each issuer for its outstanding points and goes to the promo fund, and a fall is given
 * back out of it as far as it reaches: one REVALUATION entry. Null when R has not changed; called again it is the first
 * answer again.
 * The operator's worker calls it; so may an administrator of the coalition.
 */
export async function revaluePoints(
  context: Context,
  input: { readonly coalitionId: string },
): Promise<Revaluation | null> {
  requireDueWorkOf(context.principal, input.coalitionId)
  const { store } = context
  const { coalitionId } = input
  forgetAgreement(store, coalitionId)
  const [agreement, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const terms = termsInForce(agreement, now)
  const previous = terms && versionBefore(agreement, terms)
  if (!terms || !previous || previous.prices.reservePrice === terms.prices.reservePrice) return null
  const where = { coalitionId_termsId: { coalitionId, termsId: terms.id } }
  const first = await store.prisma.revaluation.findUnique({ where })
  if (first) return first
  const issuers = await worthOf(store, agreement, terms)
  const row = {
    coalitionId,
    termsId: terms.id,
    previousTermsId: previous.id,
    oldReservePrice: previous.prices.reservePrice,
    newReservePrice: terms.prices.reservePrice,
    payer: terms.row.revaluation,
    issuers: issuers.map(({ memberId, points: n, difference, booked }) => ({
      memberId,
      points: String(n),
      differenceMicros: String(difference),
      bookedMicros: String(booked),
    })),
    revaluedAt: now,
  }
  await record(context, row, issuers)
  return store.prisma.revaluation.findUniqueOrThrow({ where })
}

/** The agreed version that bound new points before this one. */
const versionBefore = ({ versions }: Agreement, terms: TermsVersion): TermsVersion | undefined =>
  versions.findLast((version) => version.isAgreed && version.terms.version < terms.version)?.terms

async function worthOf(store: Store, { coalition }: Agreement, terms: TermsVersion): Promise<IssuerWorth[]> {
  const { issuers } = revalue(await outstandingPoints(store, coalition.id), {
    reservePrice: terms.prices.reservePrice,
    payer: 'ISSUERS',
    coalitionId: coalition.id,
  })
  const booked = terms.row.revaluation === 'ISSUERS' ? await bookable(store, coalition.id, issuers) : []
  return issuers.map((issuer, at) => ({
    memberId: issuer.issuerId,
    points: issuer.points,
    difference: differenceOf(issuer),
    booked: micros(booked[at] ?? 0n),
  }))
}

/** Whatever part of R is deposited, the worth of a point changes by R's own change. */
const differenceOf = ({ reserve, contingent }: IssuerRevaluation): Micros => micros(reserve + contingent)

/** Rises whole; falls as far as the promo fund reaches with the rises in it, by largest remainder. */
async function bookable(
  store: Store,
  coalitionId: string,
  issuers: readonly IssuerRevaluation[],
): Promise<bigint[]> {
  const differences = issuers.map(differenceOf)
  const falls = differences.map((difference) => (difference < 0n ? -difference : 0n))
  const fallen = falls.reduce((sum, fall) => sum + fall, 0n)
  if (fallen === 0n) return differences
  const balance = await promoFundBalance(store, coalitionId)
  const risen = differences.reduce((sum, difference) => sum + (difference > 0n ? difference : 0n), 0n)
  const fund = balance + risen
  const given = fund < 0n ? 0n : lesser(fund, fallen)
  const parts = allocate(
    given,
    issuers.map(({ issuerId }, at) => ({ id: issuerId, weight: falls[at] ?? 0n })),
  )
  return differences.map((difference, at) => (difference > 0n ? difference : -(parts[at] ?? 0n)))
}

async function record(
  context: Context,
  row: Omit<NewRevaluation, 'entryId'>,
  issuers: readonly IssuerWorth[],
): Promise<void> {
  const { coalitionId, termsId } = row
  const fund = promoFund(coalitionId)
  const transfers = moneyTransfers(
    issuers
      .filter(({ booked }) => booked !== 0n)
      .map(({ memberId, booked }) => {
        const issuer = { account: clearing(memberId), amount: booked < 0n ? -booked : booked }
        const other = { account: fund, amount: issuer.amount }
        return booked > 0n ? { debits: [issuer], credits: [other] } : { debits: [other], credits: [issuer] }
      }),
  )
  const facts = { coalitionId, termsId, operation: 'termsRevalue' }
  const event = outboxRow(coalitionId, row.revaluedAt, {
    kind: 'terms.revalued',
    subjectId: termsId,
    payload: { termsId, entries: String(Math.min(transfers.length, 1)) },
  })
  await inTransaction(context.store, async (client) => {
    const posted =
      transfers.length === 0
        ? undefined
        : await postMoney(client, coalitionId, {
            key: {
              scopeId: coalitionId,
              operation: 'termsRevalue',
              key: termsId,
              requestHash: requestHash(facts),
            },
            documentId: newId(),
            kind: 'REVALUATION',
            memberId: null,
            transfers,
            outbox: [],
          })
    // Two workers that saw the same change write it down once.
    if (!(await addRevaluation(client, { ...row, entryId: posted?.entryId ?? null }))) return
    await addEventAt(client, coalitionId, event)
    const { oldReservePrice: before, newReservePrice: after } = row
    await recordActIn(context, client, {
      ...{ act: 'termsRevalue', coalitionId, subject: { type: 'terms', id: termsId } },
      details: { reservePriceMicros: { before, after } },
    })
  })
}
