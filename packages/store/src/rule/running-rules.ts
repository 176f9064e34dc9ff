import type pg from 'pg'

/** A version of a rule as it is stored. */
export interface StoredRuleVersion {
  readonly id: string
  readonly ruleId: string
  readonly version: number
  /** JSON. */
  readonly definition: string
}

/** A version as it holds at a member. */
export interface RunningRule extends StoredRuleVersion {
  /** Whether the coalition is its owner, and not the member. */
  readonly isOfCoalition: boolean
}

/** So many local days after its last one a rule is still found, for sales that happened while it ran and are handed in late. */
export const DAYS_AFTER = 40

/**
 * The newest versions of rules that hold at a member, its own and the coalition's, by rule: scheduled or running, or over not long
 * ago. Those that begin later are among them: the sale looks at its own day itself. One that others pay for is there once all of
 * them have accepted that version.
 */
export async function runningRules(
  store: { readonly pool: pg.Pool },
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
): Promise<readonly RunningRule[]> {
  const { rows } = await store.pool.query<RunningRule>({
    name: 'artel_running_rules',
    text: `select v.rule_version_id as id, v.rule_id as "ruleId", v.version, v.definition,
        r.member_id is null as "isOfCoalition"
      from coalition c
      join rule r on r.coalition_id = c.coalition_id
      join rule_version v on v.coalition_id = r.coalition_id and v.rule_id = r.rule_id and v.version = r.version
      where c.coalition_id = $1 and r.status in ('SCHEDULED', 'RUNNING')
        and (r.member_id = $2 or r.member_id is null and (v.definition::json->'at' is null
          or exists (select from json_array_elements_text(v.definition::json->'at') at(member) where at.member = $2::text)))
        and not exists (select from rule_acceptance a
          where a.coalition_id = $1 and a.rule_version_id = v.rule_version_id and a.answer <> 'ACCEPTED')
        and (r.last_day is null
          or r.last_day >= (coalition_clock(c.clock_offset_seconds) at time zone c.time_zone)::date - ${DAYS_AFTER})
      order by r.rule_id`,
    values: [coalitionId, memberId],
  })
  return rows
}
