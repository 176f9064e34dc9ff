import type { Check } from './check.ts'

/** A version in the words of its digest: `src/rule/version-digest.ts` has them a first time. */
const LINE = `concat_ws('|', v.rule_version_id, v.rule_id, v.version, to_json(v.definition),
  coalesce(to_json(v.template)::text, ''), (extract(epoch from v.created_at) * 1000000)::bigint, v.created_by_id)`
const DIGEST = `encode(sha256(convert_to(v.coalition_id || '|' || ${LINE}, 'UTF8')), 'hex')`

/** Rules against their versions, and each version against the digest that it was written with. */
export const RULE_CHECKS: readonly Check[] = [
  {
    invariant: 'RULE_VERSION_DIGEST',
    table: 'rule_version',
    says: 'A version of a rule is as it was written, to the last byte.',
    sql: `select jsonb_build_object('rule_version_id', v.rule_version_id) as row, v.digest as expected,
        ${DIGEST} as actual
      from rule_version v where v.coalition_id = $1 and v.digest is distinct from ${DIGEST}`,
  },
  {
    invariant: 'RULE_VERSIONS',
    table: 'rule',
    says: 'Versions of a rule are numbered 1, 2, 3, and the newest is the one that it names, with its days.',
    sql: `select jsonb_build_object('rule_id', coalesce(r.rule_id, v.rule_id)) as row,
        concat_ws(' ', r.version, 'of', r.version, r.first_day, r.last_day) as expected,
        concat_ws(' ', coalesce(v.newest, 0), 'of', coalesce(v.versions, 0), v.first_day, v.last_day) as actual
      from (select * from rule where coalition_id = $1) r
      full join (select rule_id, count(*) as versions, max(version) as newest,
          (array_agg(definition::json #>> '{schedule,fromDay}' order by version desc))[1] as first_day,
          (array_agg(definition::json #>> '{schedule,toDay}' order by version desc))[1] as last_day
        from rule_version where coalition_id = $1 group by rule_id) v on v.rule_id = r.rule_id
      where (r.version, r.version::bigint, r.first_day::text, r.last_day::text)
        is distinct from (v.newest, v.versions, v.first_day, v.last_day)`,
  },
]
