import type { EarnRule, Terms } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Coalition, Member, EarnRule as StoredEarnRule, Terms as StoredTerms } from '@artel/store/prisma'
import { agreedTerms, earnRuleOf } from './agreed-terms.ts'
import { NotFoundError } from './errors/not-found.ts'
import { type ExpiringCache, expiringCache } from './expiring-cache.ts'

/** One version of terms: what the rules reckon with, and the row as it is stored. */
export interface TermsVersion extends Terms {
  readonly row: StoredTerms
}

/** A coalition and all versions of its terms, oldest first. A written version never changes. */
export interface Agreement {
  readonly coalition: Coalition
  readonly versions: readonly TermsVersion[]
}

/** A member as it takes part: its newest earn rule, and the terms that it has accepted. */
export interface Participation {
  readonly member: Member
  readonly earnRule: EarnRule
  readonly earnRuleRow: StoredEarnRule
  readonly acceptedTermsIds: ReadonlySet<string>
}

/** Another process's new terms bind here at most this much later; they are announced days ahead. */
const AGREEMENT_TTL_MS = 5_000
/** Another process's suspension, or new earn rule, takes hold here at most this much later. */
const MEMBER_TTL_MS = 2_000
const MAX_ENTRIES = 10_000

interface Caches {
  readonly agreements: ExpiringCache<Agreement>
  readonly members: ExpiringCache<Participation>
}
const cachesByStore = new WeakMap<Store, Caches>()

/** The coalition with its terms, cached in process; NotFoundError when there is none. */
export function loadAgreement(store: Store, coalitionId: string): Promise<Agreement> {
  return cachesOf(store).agreements.get(coalitionId, async () => {
    const found = await store.prisma.coalition.findUnique({
      where: { id: coalitionId },
      include: { terms: { orderBy: { version: 'asc' } } },
    })
    if (!found) throw new NotFoundError('coalition')
    const { terms, ...coalition } = found
    return { coalition, versions: terms.map((row) => ({ ...agreedTerms(row), row })) }
  })
}

/** The member with its earn rule and acceptances, cached in process; NotFoundError when the coalition has none. */
export function loadParticipation(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
): Promise<Participation> {
  return cachesOf(store).members.get(`${key.coalitionId}/${key.memberId}`, async () => {
    const found = await store.prisma.member.findUnique({
      where: { coalitionId_id: { coalitionId: key.coalitionId, id: key.memberId } },
      include: { earnRules: { orderBy: { version: 'desc' }, take: 1 }, acceptances: true },
    })
    const earnRuleRow = found?.earnRules[0]
    if (!found || !earnRuleRow) throw new NotFoundError('member')
    const { earnRules: _, acceptances, ...member } = found
    const acceptedTermsIds = new Set(acceptances.map((acceptance) => acceptance.termsId))
    return { member, earnRule: earnRuleOf(earnRuleRow), earnRuleRow, acceptedTermsIds }
  })
}

/** Called by the verbs that changed the coalition. */
export function forgetAgreement(store: Store, coalitionId: string): void {
  cachesOf(store).agreements.forget(coalitionId)
}

/** Called by the verbs that changed the member. */
export function forgetParticipation(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
): void {
  cachesOf(store).members.forget(`${key.coalitionId}/${key.memberId}`)
}

/** The newest version that has started; undefined before the first starts. */
export function termsInForce(agreement: Agreement, now: Date): TermsVersion | undefined {
  return agreement.versions.findLast((terms) => terms.startsAt <= now)
}

/** The newest started version that the member has accepted: what binds its new lots. Undefined when none does. */
export function termsBinding(
  agreement: Agreement,
  participation: Participation,
  now: Date,
): TermsVersion | undefined {
  return agreement.versions.findLast(
    (terms) => terms.startsAt <= now && participation.acceptedTermsIds.has(terms.id),
  )
}

/** The version with this id; throws when the coalition has none, which a stored reference cannot be. */
export function termsById(agreement: Agreement, termsId: string): TermsVersion {
  const found = agreement.versions.find((terms) => terms.id === termsId)
  if (!found) throw new Error(`A stored document names terms ${termsId} that its coalition does not have`)
  return found
}

function cachesOf(store: Store): Caches {
  const known = cachesByStore.get(store)
  if (known) return known
  const made: Caches = {
    agreements: expiringCache({ ttlMs: AGREEMENT_TTL_MS, maxEntries: MAX_ENTRIES }),
    members: expiringCache({ ttlMs: MEMBER_TTL_MS, maxEntries: MAX_ENTRIES }),
  }
  cachesByStore.set(store, made)
  return made
}
