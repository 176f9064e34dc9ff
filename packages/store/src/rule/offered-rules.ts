import type pg from 'pg'
import { TODAY } from './rule-standing.ts'
import type { StoredRuleVersion } from './running-rules.ts'

/** A version that holds today, and whose it is. */
export interface OfferedRule extends StoredRuleVersion {
  /** Null: the coalition's. */
  readonly memberId: string | null
}

/**
 * The newest versions of all rules of a coalition that hold today, newest rule first: begun and not over, and accepted by everybody
 * who pays for them. Which of them somebody may read of is not decided here.
 */
export async function offeredRules(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
): Promise<readonly OfferedRule[]> {
  const { rows } = await store.pool.query<OfferedRule>({
    name: 'artel_offered_rules',
    text: `select v.rule_version_id as id, v.rule_id as "ruleId", v.version, v.definition, r.member_id as "memberId"
      from coalition c
      join rule r on r.coalition_id = c.coalition_id
      join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
      where c.coalition_id = $1 and r.status in ('SCHEDULED', 'RUNNING')
        and r.first_day <= ${TODAY} and (r.last_day is null or r.last_day >= ${TODAY})
        and not exists (select from rule_acceptance a
          where a.coalition_id = $1 and a.rule_version_id = v.rule_version_id and a.answer <> 'ACCEPTED')
      order by r.rule_id desc`,
    values: [coalitionId],
  })
  return rows
}
