import { NotFoundError } from '@artel/ledger'
import { type EarnRule, isOfTrigger, type MemberTerms, type RuleVersion, versionInForce } from '@artel/rules'
import type { Store } from '@artel/store'
import type { Coalition, Member, EarnRule as StoredEarnRule, Terms as StoredTerms } from '@artel/store/prisma'
import type { MemberStatus } from '../access/member-status.ts'
import { agreedTerms, earnRuleOf } from './agreed-terms.ts'
import { type ExpiringCache, expiringCache } from './expiring-cache.ts'
import { forgetPublicLists } from './public-lists.ts'
import { loadRulePayers, loadRunningRules, type RulePayers } from './running-rules.ts'

/** One row of terms: what the rules reckon with, and the row as it is stored. */
export interface TermsVersion extends MemberTerms {
  readonly row: StoredTerms
}

/** A version of the terms with what its members did about it. */
export interface AgreedVersion {
  readonly terms: TermsVersion
  /** What it is for a segment or for one member, where that differs. */
  readonly variants: readonly TermsVersion[]
  /** Ids of the members that accepted it. */
  readonly acceptedBy: ReadonlySet<string>
  /** Whether every ACTIVE member has accepted it, and nobody withdrew it. */
  readonly isAgreed: boolean
}

/** A coalition and all versions of its terms, oldest first. A written version never changes, but may be withdrawn. */
export interface Agreement {
  readonly coalition: Coalition
  readonly versions: readonly AgreedVersion[]
  /** Every row of terms, variants too, by id. */
  readonly termsById: ReadonlyMap<string, TermsVersion>
  /** When each member first accepted terms: before that it sold nothing in the coalition's name. */
  readonly joinedAt: ReadonlyMap<string, Date>
  /** Of members that are ACTIVE: only their yes is waited for. */
  readonly activeMemberIds: ReadonlySet<string>
  /** Whether any terms bound what a member may owe: if none do, nobody's position is read. */
  readonly limitsCredit: boolean
}

/** A member as it takes part, with its earn rules and its other rules. */
export interface Participation {
  readonly member: Member
  /** The newest one. */
  readonly earnRule: EarnRule
  readonly earnRuleRow: StoredEarnRule
  /** All that it ever had, newest first. */
  readonly earnRuleRows: readonly StoredEarnRule[]
  /** Its rules and the coalition's on purchases that are scheduled or running and not over, by rule; those of a later first day too. */
  readonly runningRules: readonly RuleVersion[]
  /** Who besides the member pays for them; undefined when nobody does. */
  readonly payers: RulePayers | undefined
}

/** Another process's new terms bind here at most this much later; they are announced days ahead. */
const AGREEMENT_TTL_MS = 5_000
/** Another process's suspension, or new rule, takes hold here at most this much later. */
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
      include: {
        terms: { orderBy: [{ version: 'asc' }, { variant: 'asc' }], include: { acceptances: true } },
        members: { where: { status: 'ACTIVE' }, select: { id: true } },
      },
    })
    if (!found) throw new NotFoundError({ what: 'coalition' })
    const { terms: termsRows, members, ...coalition } = found
    const activeMemberIds = new Set(members.map(({ id }) => id))
    const rows = termsRows.map(({ acceptances: _, ...row }): TermsVersion => ({ ...agreedTerms(row), row }))
    const versions = rows
      .filter(({ row }) => row.variant === 0)
      .map((terms): AgreedVersion => {
        const acceptances = termsRows.find(({ id }) => id === terms.id)?.acceptances ?? []
        const acceptedBy = new Set(acceptances.map(({ memberId }) => memberId))
        const variants = rows.filter(({ row, version }) => row.variant > 0 && version === terms.version)
        const isAgreed =
          terms.row.withdrawnAt === null &&
          versionInForce({ versions: [{ terms, acceptedBy }], activeMemberIds }, terms.startsAt) !== undefined
        return { terms, variants, acceptedBy, isAgreed }
      })
    const limitsCredit = rows.some(
      ({ settlement }) => settlement.creditLimit !== null || settlement.missedPaymentStopsCredit,
    )
    return {
      coalition,
      versions,
      joinedAt: firstAcceptances(termsRows.flatMap(({ acceptances }) => acceptances)),
      termsById: new Map(rows.map((row) => [row.id, row])),
      activeMemberIds,
      limitsCredit,
    }
  })
}

function firstAcceptances(
  acceptances: readonly { readonly memberId: string; readonly acceptedAt: Date }[],
): ReadonlyMap<string, Date> {
  const joinedAt = new Map<string, Date>()
  for (const { memberId, acceptedAt } of acceptances) {
    const known = joinedAt.get(memberId)
    if (!known || acceptedAt < known) joinedAt.set(memberId, acceptedAt)
  }
  return joinedAt
}

/** The member with its rules, cached in process; NotFoundError when the coalition has none. */
export function loadParticipation(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
): Promise<Participation> {
  return cachesOf(store).members.get(`${key.coalitionId}/${key.memberId}`, async () => {
    const [found, rules] = await Promise.all([
      store.prisma.member.findUnique({
        where: { coalitionId_id: { coalitionId: key.coalitionId, id: key.memberId } },
        include: { earnRules: { orderBy: { version: 'desc' } } },
      }),
      loadRunningRules(store, key),
    ])
    const earnRuleRow = found?.earnRules[0]
    if (!found || !earnRuleRow) throw new NotFoundError({ what: 'member' })
    const runningRules = rules.filter((rule) => !isOfTrigger(rule))
    const payers = await loadRulePayers(store, key, runningRules)
    const { earnRules: earnRuleRows, ...member } = found
    const earnRule = earnRuleOf(earnRuleRow)
    return { member, earnRule, earnRuleRow, earnRuleRows, runningRules, payers }
  })
}

/** Called by the verbs that changed a rule, or who pays for it: of a member, or with null of the coalition, which any may sell under. */
export function forgetRulesOf(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
): void {
  if (memberId === null) {
    cachesOf(store).members.forgetAll(`${coalitionId}/`)
    forgetPublicLists(store, coalitionId)
  } else forgetParticipation(store, { coalitionId, memberId })
}

/** What the member's bills earned at an instant: by the rule that it had then, its first one before that. */
export function earnRuleAt({ earnRule, earnRuleRow, earnRuleRows }: Participation, instant: Date): EarnRule {
  if (earnRuleRow.createdAt <= instant) return earnRule
  const then = earnRuleRows.find(({ createdAt }) => createdAt <= instant) ?? earnRuleRows.at(-1)
  return then ? earnRuleOf(then) : earnRule
}

/** Where a member stands, at most two seconds late where another process changed it. Throws NotFoundError. */
export async function readMemberStatus(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
): Promise<MemberStatus> {
  return (await loadParticipation(store, key)).member.status as MemberStatus
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
  forgetPublicLists(store, key.coalitionId)
}

/**
 * The version that binds new lots at `now`: the newest that has started and that every ACTIVE member has accepted.
 * Undefined before the first starts.
 */
export function termsInForce(agreement: Agreement, now: Date): TermsVersion | undefined {
  return versionAt(agreement, now)?.terms
}

function versionAt(agreement: Agreement, now: Date): AgreedVersion | undefined {
  return agreement.versions.findLast(({ terms, isAgreed }) => isAgreed && terms.startsAt <= now)
}

/** What the version in force at `now` is for this member: its own variant, else its segment's, else the version. */
export function termsBinding(
  agreement: Agreement,
  member: Pick<Member, 'id' | 'segment'>,
  now: Date,
): TermsVersion | undefined {
  const version = versionAt(agreement, now)
  if (!version || version.variants.length === 0) return version?.terms
  return (
    version.variants.find(({ row }) => row.memberId === member.id) ??
    version.variants.find(({ row }) => row.segment === member.segment) ??
    version.terms
  )
}

/** The terms with this id; throws when the coalition has none, which a stored reference cannot be. */
export function termsById(agreement: Agreement, termsId: string): TermsVersion {
  const found = agreement.termsById.get(termsId)
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
