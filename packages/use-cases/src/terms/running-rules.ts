import { definitionFromJson, type RuleVersion } from '@artel/rules'
import { runningRules, type Store, type StoredRuleVersion } from '@artel/store'
import type { Member } from '@artel/store/prisma'

/** Versions never change, so what one of them says is read once; they are started over when there are many. */
const MAX_PARSED = 10_000
const parsed = new Map<string, RuleVersion>()

/** A version as the rules reckon with it, from the stored row. */
export function ruleVersionOf(row: StoredRuleVersion): RuleVersion {
  const { id, ruleId, version, definition } = row
  const known = parsed.get(id)
  if (known) return known
  const read = { ...definitionFromJson(JSON.parse(definition)), id, ruleId, version }
  if (parsed.size >= MAX_PARSED) parsed.clear()
  parsed.set(id, read)
  return read
}

/** Versions by their ids; those that the coalition does not have are missing. What was read before is not read again. */
export async function loadRuleVersions(
  store: Store,
  coalitionId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RuleVersion>> {
  // Taken before the wait: what was read may be started over meanwhile.
  const known = ids.flatMap((id) => parsed.get(id) ?? [])
  const unknown = ids.filter((id) => !parsed.has(id))
  const rows =
    unknown.length === 0
      ? []
      : await store.prisma.ruleVersion.findMany({ where: { coalitionId, id: { in: unknown } } })
  const read = rows.map(ruleVersionOf)
  return new Map([...known, ...read].map((version) => [version.id, version]))
}

/** What a sale of a member may meet: the newest versions of its rules that are scheduled or running, by rule. */
export async function loadRunningRules(
  store: Store,
  key: { readonly coalitionId: string; readonly memberId: string },
): Promise<readonly RuleVersion[]> {
  return (await runningRules(store, key)).map((row) =>
    row.isOfCoalition ? { ...ruleVersionOf(row), isOfCoalition: true } : ruleVersionOf(row),
  )
}

/** Who besides a seller pays for rules that run at it. */
export interface RulePayers {
  readonly members: readonly Pick<Member, 'id' | 'segment' | 'status'>[]
  /** Whether the coalition's promo fund does. */
  readonly isFund: boolean
}

/** Those who pay for rules besides the member itself; undefined when nobody does. */
export async function loadRulePayers(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  rules: readonly RuleVersion[],
): Promise<RulePayers | undefined> {
  const ids = new Set(rules.flatMap(({ pays = [] }) => pays.map(({ payerId }) => payerId)))
  ids.delete(memberId)
  if (ids.size === 0) return undefined
  const isFund = ids.delete(coalitionId)
  const where = { coalitionId, id: { in: [...ids] } }
  const select = { id: true, segment: true, status: true } as const
  return { members: ids.size === 0 ? [] : await store.prisma.member.findMany({ where, select }), isFund }
}
