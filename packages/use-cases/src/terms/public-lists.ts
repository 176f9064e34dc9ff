import type { RuleVersion } from '@artel/rules'
import { offeredRules, type Store } from '@artel/store'
import type { Member, EarnRule as StoredEarnRule } from '@artel/store/prisma'
import { type ExpiringCache, expiringCache } from './expiring-cache.ts'
import { ruleVersionOf } from './running-rules.ts'

/** A member that takes part now, with the newest of its earn rules. */
export interface ActiveMember {
  readonly member: Member
  readonly earnRuleRow: StoredEarnRule
}

/** A rule that holds today, and whose it is. */
export interface OfferedVersion {
  readonly rule: RuleVersion
  /** Null: the coalition's. */
  readonly memberId: string | null
}

/** What another process changed is read here at most this much later. */
const TTL_MS = 2_000
const MAX_ENTRIES = 1_000

interface Caches {
  readonly members: ExpiringCache<readonly ActiveMember[]>
  readonly offers: ExpiringCache<readonly OfferedVersion[]>
}
const cachesByStore = new WeakMap<Store, Caches>()

/** The ACTIVE members of a coalition in the order in which they were admitted, cached in process. */
export const loadActiveMembers = (store: Store, coalitionId: string): Promise<readonly ActiveMember[]> =>
  cachesOf(store).members.get(coalitionId, async () => {
    const found = await store.prisma.member.findMany({
      where: { coalitionId, status: 'ACTIVE' },
      include: { earnRules: { orderBy: { version: 'desc' }, take: 1 } },
      orderBy: { id: 'asc' },
    })
    return found.flatMap(({ earnRules: [earnRuleRow], ...member }) =>
      earnRuleRow ? [{ member, earnRuleRow }] : [],
    )
  })

/** All rules of a coalition that hold today, newest first, cached in process. Which of them somebody may read of `isOffered` decides. */
export const loadOfferedRules = (store: Store, coalitionId: string): Promise<readonly OfferedVersion[]> =>
  cachesOf(store).offers.get(coalitionId, async () =>
    (await offeredRules(store, coalitionId)).map(({ memberId, ...row }) => ({
      rule: ruleVersionOf(row),
      memberId,
    })),
  )

/** Called where a member or a rule of the coalition changed. */
export function forgetPublicLists(store: Store, coalitionId: string): void {
  cachesOf(store).members.forget(coalitionId)
  cachesOf(store).offers.forget(coalitionId)
}

function cachesOf(store: Store): Caches {
  const known = cachesByStore.get(store)
  if (known) return known
  const made: Caches = {
    members: expiringCache({ ttlMs: TTL_MS, maxEntries: MAX_ENTRIES }),
    offers: expiringCache({ ttlMs: TTL_MS, maxEntries: MAX_ENTRIES }),
  }
  cachesByStore.set(store, made)
  return made
}
