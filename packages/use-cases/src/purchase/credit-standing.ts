import { type Entry, type Micros, micros } from '@artel/ledger'
import { creditLimitNow, localDate, localDateOf, type Receivable } from '@artel/rules'
import { clearingSums, openReceivables, type Store } from '@artel/store'
import type { TermsVersion } from '../terms/agreement.ts'
import { type ExpiringCache, expiringCache } from '../terms/expiring-cache.ts'

/** Why the coalition may be asked for its yes to a sale. */
export type ApprovalGround = 'LATE' | 'CREDIT'

/** What decides whether a member may give more points. */
export interface CreditStanding {
  /** CLEARING, micros: positive when the member owes. Of the last read, and what this process posted since. */
  position: Micros
  /** What it was to pay and has not. */
  readonly receivables: readonly Receivable[]
  /** `approvalName`s of its sales that the coalition said yes to. */
  readonly approved: ReadonlySet<string>
}

/**
 * A position is read from the roll-ups at most this often a member, so that a sale costs no query of its own. What other
 * processes sell meanwhile may pass the limit by as much: a credit limit bounds a habit, not a sale.
 */
const STANDING_TTL_MS = 2_000
const MAX_ENTRIES = 10_000
/** Approvals are for sales that come at once; older ones are forgotten. */
const MAX_APPROVALS = 1_000

const standingsByStore = new WeakMap<Store, ExpiringCache<CreditStanding>>()

function standingsOf(store: Store): ExpiringCache<CreditStanding> {
  const known = standingsByStore.get(store)
  if (known) return known
  const made = expiringCache<CreditStanding>({ ttlMs: STANDING_TTL_MS, maxEntries: MAX_ENTRIES })
  standingsByStore.set(store, made)
  return made
}

/** How an approval of a sale is found again. */
export const approvalName = (ground: ApprovalGround, receiptRef: string): string => `${ground} ${receiptRef}`

/** Where a member stands, cached in process for two seconds. */
export async function loadCreditStanding(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<CreditStanding> {
  const [standing] = (await loadCreditStandings(store, { coalitionId, memberIds: [memberId] })).values()
  if (!standing) throw new Error(`Nothing was read of where ${memberId} stands`)
  return standing
}

/** Where members stand, cached in process for two seconds; those that are not cached are read together. */
export async function loadCreditStandings(
  store: Store,
  { coalitionId, memberIds }: { readonly coalitionId: string; readonly memberIds: readonly string[] },
): Promise<ReadonlyMap<string, CreditStanding>> {
  const missing: string[] = []
  let reading: Promise<ReadonlyMap<string, CreditStanding>> | undefined
  const oneOf = async (memberId: string): Promise<CreditStanding> => {
    missing.push(memberId)
    // Begun once all of them are named.
    reading ??= Promise.resolve().then(() => readStandings(store, coalitionId, missing))
    const standing = (await reading).get(memberId)
    if (!standing) throw new Error(`Nothing was read of where ${memberId} stands`)
    return standing
  }
  const cache = standingsOf(store)
  const found = await Promise.all(
    memberIds.map((memberId) => cache.get(`${coalitionId}/${memberId}`, () => oneOf(memberId))),
  )
  return new Map(
    memberIds.flatMap((memberId, index) => {
      const standing = found[index]
      return standing ? [[memberId, standing] as const] : []
    }),
  )
}

async function readStandings(
  store: Store,
  coalitionId: string,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, CreditStanding>> {
  const [sums, receivables, approvals] = await Promise.all([
    clearingSums(store, coalitionId, memberIds),
    openReceivables(store, { coalitionId, memberIds }),
    store.prisma.saleApproval.findMany({
      where: { coalitionId, memberId: { in: [...memberIds] }, status: 'APPROVED' },
      orderBy: { approvedAt: 'desc' },
      take: MAX_APPROVALS * memberIds.length,
    }),
  ])
  const standingOf = (memberId: string): CreditStanding => {
    const found = sums.get(memberId)
    const own = approvals.filter((approval) => approval.memberId === memberId)
    return {
      position: micros((found?.owes ?? 0n) - (found?.isOwed ?? 0n)),
      receivables: receivables
        .filter((one) => one.memberId === memberId)
        .map((one) => ({ ...one, dueOn: localDate(one.dueOn) })),
      approved: new Set(
        own.map(({ ground, receiptRef }) => approvalName(ground as ApprovalGround, receiptRef)),
      ),
    }
  }
  return new Map(memberIds.map((memberId) => [memberId, standingOf(memberId)]))
}

/** What a member may owe now, micros; null: no limit. 0 while a payment is missed, where the terms say so. */
export function creditLimitOf(
  standing: CreditStanding,
  at: { readonly terms: TermsVersion; readonly timeZone: string; readonly now: Date },
): Micros | null {
  return creditLimitNow(at.terms.settlement, standing.receivables, localDateOf(at.now, at.timeZone))
}

/** What an entry adds to what a member owes, micros; below 0 when it comes to be owed. */
export function addedTo(memberId: string, { transfers }: Pick<Entry, 'transfers'>): Micros {
  let sum = 0n
  for (const { debit, credit, amount } of transfers) {
    if (debit.kind === 'CLEARING' && debit.ownerId === memberId) sum += amount
    if (credit.kind === 'CLEARING' && credit.ownerId === memberId) sum -= amount
  }
  return micros(sum)
}

/** What was posted counts for the next sale at once, though the position is read only now and then. */
export function countPosted(
  standing: CreditStanding | undefined,
  memberId: string,
  entries: readonly Pick<Entry, 'transfers'>[] = [],
): void {
  if (!standing) return
  for (const entry of entries) standing.position = micros(standing.position + addedTo(memberId, entry))
}

/** Called by the verbs that changed what a member stands on. */
export function forgetCreditStanding(
  store: Store,
  owner: { readonly coalitionId: string; readonly memberId: string },
): void {
  standingsOf(store).forget(`${owner.coalitionId}/${owner.memberId}`)
}
