import type pg from 'pg'
import { DAYS_AFTER } from '../rule/running-rules.ts'
import type { OwnedRuleVersion } from './rules-on-triggers.ts'

/**
 * The newest versions of rules on these kinds of what is no purchase, by rule: scheduled or running, or over not long ago, each once
 * all who pay for it have accepted that version. As they are now: nothing of it is cached.
 */
export async function triggerRules(
  store: { readonly pool: pg.Pool },
  { coalitionId, kinds }: { readonly coalitionId: string; readonly kinds: readonly string[] },
): Promise<readonly OwnedRuleVersion[]> {
  if (kinds.length === 0) return []
  const { rows } = await store.pool.query<OwnedRuleVersion>({
    name: 'artel_trigger_rules',
    text: `select v.rule_version_id as id, v.rule_id as "ruleId", v.version, v.definition, r.member_id as "memberId"
      from coalition c
      join rule r on r.coalition_id = c.coalition_id
      join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
      where c.coalition_id = $1 and r.trigger = any($2::text[]) and r.status in ('SCHEDULED', 'RUNNING')
        and not exists (select from rule_acceptance a
          where a.coalition_id = $1 and a.rule_version_id = v.rule_version_id and a.answer <> 'ACCEPTED')
        and (r.last_day is null
          or r.last_day >= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date - ${DAYS_AFTER})
      order by r.rule_id`,
    values: [coalitionId, [...kinds]],
  })
  return rows
}
