import type pg from 'pg'
import type { RuleVersion } from '../generated/prisma/client.ts'
import { uuidArray } from '../wire/binary-array.ts'

/** The newest version of each rule, in one query, by the rule's id. */
export async function newestRuleVersions(
  store: { readonly pool: pg.Pool },
  coalitionId: string,
  ruleIds: readonly string[],
): Promise<ReadonlyMap<string, RuleVersion>> {
  const { rows } = await store.pool.query<RuleVersion>({
    name: 'artel_newest_rule_versions',
    text: `select v.coalition_id as "coalitionId", v.rule_version_id as id, v.rule_id as "ruleId", v.version, v.definition,
        v.template, v.created_at as "createdAt", v.created_by_id as "createdById", v.digest
      from unnest($2::uuid[]) asked(rule_id)
      join rule r on r.coalition_id = $1 and r.rule_id = asked.rule_id
      join rule_version v on v.coalition_id = $1 and v.rule_id = r.rule_id and v.version = r.version`,
    values: [coalitionId, uuidArray(ruleIds, (id) => id)],
  })
  return new Map(rows.map((row) => [row.ruleId, row]))
}
