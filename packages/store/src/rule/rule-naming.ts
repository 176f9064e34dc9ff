import type { Prisma } from '../generated/prisma/client.ts'
import { DAYS_AFTER } from './running-rules.ts'

/** The kinds of groups of customers that a rule's conditions name. */
export type GroupKind = 'segments' | 'tiers'

/**
 * Id of a rule whose newest version names the group, and that may still give on a local day: it is not over, or not for so long that
 * sales handed in late no longer find it. Undefined when there is none.
 */
export async function ruleNaming(
  transaction: Prisma.TransactionClient,
  group: {
    readonly coalitionId: string
    readonly kind: GroupKind
    readonly ids: readonly string[]
    /** ISO date. */
    readonly today: string
  },
): Promise<string | undefined> {
  const { coalitionId, kind, ids, today } = group
  const rows = await transaction.$queryRaw<{ id: string }[]>`select r.rule_id as id
    from rule r
    join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
    where r.coalition_id = ${coalitionId}::uuid and r.status <> 'ENDED'
      and (r.last_day is null or r.last_day >= ${today}::date - ${DAYS_AFTER}::int)
      and exists (select from json_array_elements(v.definition::json -> 'if' -> ${kind}) g
        where g ->> 'id' = any(${ids}::text[]))
    order by r.rule_id limit 1`
  return rows[0]?.id
}
