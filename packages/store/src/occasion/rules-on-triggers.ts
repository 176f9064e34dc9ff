import type pg from 'pg'
import type { StoredRuleVersion } from '../rule/running-rules.ts'

/** A version of a rule with whose it is. */
export interface OwnedRuleVersion extends StoredRuleVersion {
  /** Null: the coalition's. */
  readonly memberId: string | null
}

/**
 * The newest versions of rules that wait for these triggers and are scheduled or running, by rule; those that others pay for once all of them have
 * accepted that version. Those of members that are not ACTIVE give nothing, and are left out.
 */
export async function rulesOnTriggers(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  triggers: readonly string[],
): Promise<readonly OwnedRuleVersion[]> {
  const { rows } = await store.pool.query<OwnedRuleVersion>({
    name: 'artel_rules_on_triggers',
    text: `select v.rule_version_id as id, v.rule_id as "ruleId", v.version, v.definition, r.member_id as "memberId"
      from rule r
      join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
      where r.coalition_id = $1 and r.trigger = any($2::text[]) and r.status in ('SCHEDULED', 'RUNNING')
        and not exists (select from rule_acceptance a
          where a.coalition_id = $1 and a.rule_version_id = v.rule_version_id and a.answer <> 'ACCEPTED')
        and (r.member_id is null or exists (select from member m
          where m.coalition_id = $1 and m.member_id = r.member_id and m.status = 'ACTIVE'))
      order by r.rule_id`,
    values: [coalitionId, triggers],
  })
  return rows
}
