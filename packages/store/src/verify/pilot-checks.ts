import { bucketSql } from '../pilot/bucket-sql.ts'
import type { Check } from './check.ts'

/** Versions of rules that are tried in a pilot. */
const TRIED = `select rule_version_id, definition::json #>> '{pilot,id}' as pilot_id,
    (definition::json #>> '{pilot,controlBps}')::int as control_bps
  from rule_version where coalition_id = $1 and definition like '%"pilot":%'`

/** Rules against the pilots that they are tried in, and purchases against who is held out of those. */
export const PILOT_CHECKS: readonly Check[] = [
  {
    invariant: 'PILOT_CONTROL',
    table: 'purchase',
    says: 'A rule that is tried in a pilot gave nothing to a customer that is held out of it; who was merged is left aside.',
    sql: `with tried as materialized (${TRIED})
      select jsonb_build_object('purchase_id', p.purchase_id) as row, 'at least ' || t.control_bps as expected,
        b.bucket::text as actual
      from purchase p
      cross join lateral json_array_elements(p.rules::json->'given') given
      join tried t on t.rule_version_id::text = given->>'rule'
      cross join lateral (select ${bucketSql('t.pilot_id', 'p.customer_id')} as bucket) b
      where p.coalition_id = $1 and p.rules is not null and exists (select from tried) and b.bucket < t.control_bps
        and not exists (select from customer c where c.coalition_id = $1
          and (c.merged_into_id = p.customer_id or c.customer_id = p.customer_id and c.merged_into_id is not null))`,
  },
  {
    invariant: 'PILOT_SHARE',
    table: 'rule_version',
    says: 'A rule that is tried in a pilot holds out the share of customers that the pilot was planned with.',
    sql: `select jsonb_build_object('rule_version_id', t.rule_version_id) as row, p.control_bps::text as expected,
        t.control_bps::text as actual
      from (${TRIED}) t left join pilot p on p.coalition_id = $1 and p.pilot_id::text = t.pilot_id
      where t.control_bps is distinct from p.control_bps`,
  },
]
