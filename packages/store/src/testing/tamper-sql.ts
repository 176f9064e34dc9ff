import type pg from 'pg'
import { HASHED_TABLES } from '../row-hash/line-sql.ts'

/** SQL with which somebody who owns the database would cover their traces, each step taking one more thing along. */

const lineOf = (table: string): string => {
  const found = HASHED_TABLES.find((hashed) => hashed.table === table)
  if (!found) throw new Error(`${table} is not hashed`)
  return found.line
}

/** Gives rows the row hash of what they say now. */
export const rehash = (table: string, where: string): string => `update ${table}
  set row_hash = ('x' || lpad(left(encode(sha256(convert_to(${lineOf(table)}, 'UTF8')), 'hex'), 13), 16, '0'))::bit(64)::bigint
  where ${where};`

const LINES = HASHED_TABLES.map(
  ({ table, line }) => `select coalition_id, batch_no, batch_step, ${line} as line from ${table}`,
)

/** Gives every step the digest of the rows that it has now. */
export const redigest = `create temporary table now_digested on commit drop as
    select coalition_id, batch_no, batch_step,
      sha256(convert_to(string_agg(line, E'\\n' order by line collate "C"), 'UTF8')) as digest
    from (${LINES.join(' union all ')}) lines group by 1, 2, 3;
  update entry e set digest = d.digest from now_digested d where e.digest is not null
    and (d.coalition_id, d.batch_no, d.batch_step) = (e.coalition_id, e.batch_no, e.batch_step);
  update refusal e set digest = d.digest from now_digested d
    where (d.coalition_id, d.batch_no, d.batch_step) = (e.coalition_id, e.batch_no, e.batch_step);
  drop table now_digested;`

/** Chains every batch anew over the digests that are stored now, up to the head. */
export const rechain = `do $$ declare r record; v bytea := decode(repeat('00', 32), 'hex'); begin
  for r in select * from batch order by coalition_id, batch_no loop
    select sha256(v || convert_to(concat_ws('|', r.coalition_id, r.batch_no,
        (extract(epoch from r.posted_at) * 1000000)::bigint, r.window_no, r.steps), 'UTF8')
      || string_agg(s.digest, ''::bytea order by s.batch_step)) into v
    from (select batch_step, digest from entry where batch_no = r.batch_no and digest is not null
      union all select batch_step, digest from refusal where batch_no = r.batch_no) s;
    update batch set hash = v where batch_no = r.batch_no;
    update chain_head set hash = v where batch_no = r.batch_no;
  end loop;
  update settlement_window w set chain_hash = x.hash from batch x where x.batch_no = w.last_batch_no;
end $$;`

/** A column of a table as the catalogue knows it; its name as SQL has to have it. */
export interface Column {
  readonly name: string
  readonly type: string
}

export async function columnsOf(client: Pick<pg.ClientBase, 'query'>, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select case when attname in (select word from pg_get_keywords() where catcode = 'R') then quote_ident(attname)
        else attname end as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  return rows
}

/** The column's value with one bit or one character changed; of an absent value, some value. */
export function flipped({ name, type }: Column, bit = 0): string {
  switch (type) {
    case 'uuid': {
      const at = 36 - (bit % 12)
      const digit = `substr(${name}::text, ${at}, 1)`
      const other = `case ${digit} when '0' then '1' else '0' end`
      return `coalesce(overlay(${name}::text placing ${other} from ${at})::uuid, gen_random_uuid())`
    }
    case 'bigint':
      return `coalesce(${name} # (1::bigint << ${bit % 63}), 1)`
    case 'numeric':
      return `coalesce(${name} + (1::bigint << ${bit % 63}), 1)`
    case 'integer':
      return `coalesce(${name} # (1 << ${bit % 31}), 1)`
    case 'boolean':
      return `not ${name}`
    case 'timestamp with time zone':
      return `coalesce(${name} + (1::bigint << ${bit % 40}) * interval '1 microsecond', '2026-01-01')`
    case 'date':
      return `case when isfinite(${name}) then ${name} + (1 << ${bit % 10}) else '2026-01-01' end`
    case 'bytea':
      return `coalesce(set_bit(${name}, ${bit} % (octet_length(${name}) * 8), 1 - get_bit(${name}, ${bit} % (octet_length(${name}) * 8))),
        decode(repeat('07', 32), 'hex'))`
    case 'json':
      return `coalesce(overlay(${name}::text placing ' ' || left(${name}::text, 1) from 1 for 1), '[]')::json`
    case 'text':
      return `case when coalesce(${name}, '') = '' then 'x'
        else overlay(${name} placing chr(ascii(substr(${name}, 1 + ${bit} % length(${name}), 1)) # 1)
          from 1 + ${bit} % length(${name})) end`
    default:
      throw new Error(`No way to flip a ${type}: say how`)
  }
}

/** A key of the column's type that no row has. */
export function fresh({ type, name }: Column): string {
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'text') return `${name} || ' forged'`
  return `${name} + 900`
}
