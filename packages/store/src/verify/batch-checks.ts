import type { Check } from './check.ts'

const COLUMNS_OF_MOVEMENT = `select x.kind, x.owner_id, x.batch_no, sum(x.debit) as debit, sum(x.credit) as credit
  from (select debit_kind as kind, debit_owner_id as owner_id, batch_no, amount as debit, 0 as credit
      from transfer where coalition_id = $1
    union all
    select credit_kind, credit_owner_id, batch_no, 0, amount from transfer where coalition_id = $1) x
  where x.kind <> 'CUSTOMER'
  group by x.kind, x.owner_id, x.batch_no`

/** A reference that no foreign key guards: its table and column, what it must find, and what it may be instead. */
const REFERENCES: readonly [
  table: string,
  key: string,
  column: string,
  target: string,
  targetKey: string,
  unless?: string,
][] = [
  ['entry', 'entry_id', 'customer_id', 'customer_account', 'customer_id'],
  ['entry', 'entry_id', 'member_id', 'member', 'member_id'],
  ['lot', 'lot_id', 'customer_id', 'customer_account', 'customer_id'],
  ['lot', 'lot_id', 'issuer_id', 'member', 'member_id', ' and x.issuer_id <> x.coalition_id'],
  ['lot', 'lot_id', 'terms_id', 'terms', 'terms_id'],
  ['lot_use', 'entry_id', 'entry_id', 'entry', 'entry_id'],
  ['lot_use', 'entry_id', 'lot_id', 'lot', 'lot_id'],
  ['purchase', 'purchase_id', 'customer_id', 'customer_account', 'customer_id'],
  ['purchase', 'purchase_id', 'member_id', 'member', 'member_id'],
  ['purchase', 'purchase_id', 'terms_id', 'terms', 'terms_id'],
  ['purchase', 'purchase_id', 'hold_id', 'hold', 'hold_id'],
  ['hold', 'hold_id', 'terms_id', 'terms', 'terms_id'],
]

const referenceCheck = ([
  table,
  key,
  column,
  target,
  targetKey,
  unless = '',
]: (typeof REFERENCES)[number]): Check => ({
  invariant: 'REFERENCE',
  table,
  says: `What ${table}.${column} names is there.`,
  sql: `select jsonb_build_object('${key}', x.${key}, '${column}', x.${column}) as row, 'a row of ${target}' as expected,
      'none' as actual
    from ${table} x
    where x.coalition_id = $1 and x.${column} is not null
      and not exists (select from ${target} y where y.coalition_id = $1 and y.${targetKey} = x.${column})${unless}`,
})

/** Rows that no step was digested over: a second one of the same key would be invisible to every join. */
const ONCE: readonly [table: string, key: readonly string[]][] = [
  ['customer_account', ['customer_id']],
  ['counter', ['owner_id', 'customer_id', 'period']],
  ['account_movement', ['kind', 'owner_id', 'batch_no']],
  ['account_rollup', ['kind', 'owner_id', 'batch_no']],
  ['chain_head', ['coalition_id']],
  ['chain_checkpoint', ['batch_no']],
]

const onceCheck = ([table, key]: (typeof ONCE)[number]): Check => ({
  invariant: 'ROW_ONCE',
  table,
  says: `A row of ${table} is there once.`,
  sql: `select jsonb_build_object(${key.map((column) => `'${column}', ${column}`).join(', ')}) as row, '1' as expected,
      count(*)::text as actual
    from ${table} where coalition_id = $1 group by ${key.join(', ')} having count(*) > 1`,
})

/** The order of batches, what they moved on derived accounts, and the references that no foreign key guards. */
export const BATCH_CHECKS: readonly Check[] = [
  {
    invariant: 'BATCH_ORDER',
    table: 'batch',
    says: 'Batches are numbered 1, 2, 3, and each begins after the one before and in no earlier window.',
    // Where one is missing, it is the one that is named.
    sql: `select jsonb_build_object('batch_no', least(x.batch_no, x.batch_before + 1)) as row,
        concat_ws(' ', x.batch_before + 1, 'after', x.posted_before, 'window', x.window_before) as expected,
        concat_ws(' ', x.batch_no, 'at', x.posted_at, 'window', x.window_no) as actual
      from (select batch_no, posted_at, window_no, lag(batch_no, 1, 0::bigint) over w as batch_before,
          lag(posted_at) over w as posted_before, lag(window_no, 1, 1) over w as window_before
        from batch where coalition_id = $1 window w as (order by batch_no)) x
      where x.batch_no <> x.batch_before + 1 or x.posted_at <= x.posted_before or x.window_no < x.window_before`,
  },
  {
    invariant: 'BATCH_HEAD',
    table: 'chain_head',
    says: 'The head of the chain is its last batch, and the instant of its last step.',
    // Steps that were not recorded take their microsecond too; a batch has no thousand of them.
    sql: `select jsonb_build_object('coalition_id', $1::uuid, 'batch_no', h.batch_no) as row,
        concat_ws(' ', coalesce(b.batch_no, 0), encode(b.hash, 'hex'), b.posted_at) as expected,
        concat_ws(' ', h.batch_no, encode(h.hash, 'hex'), h.posted_at) as actual
      from (select * from chain_head where coalition_id = $1) h
      full join (select * from batch where coalition_id = $1 order by batch_no desc limit 1) b on true
      where coalesce(b.batch_no, 0) is distinct from h.batch_no
        or coalesce(b.hash, decode(repeat('00', 32), 'hex')) is distinct from h.hash
        or h.open_window_no < coalesce(b.window_no, 1)
        or not coalesce(h.posted_at >= b.posted_at + b.steps * interval '1 microsecond'
          and h.posted_at < b.posted_at + interval '1 millisecond', b.batch_no is null)`,
  },
  {
    invariant: 'WINDOW_OPEN',
    table: 'chain_head',
    says: 'The window that batches join is the last one.',
    sql: `select jsonb_build_object('coalition_id', h.coalition_id) as row, coalesce(w.last, 1)::text as expected,
        h.open_window_no::text as actual
      from chain_head h
      left join (select max(window_no) as last from settlement_window where coalition_id = $1) w on true
      where h.coalition_id = $1 and h.open_window_no <> coalesce(w.last, 1)`,
  },
  {
    invariant: 'WINDOW_HOLDS',
    table: 'batch',
    says: 'A batch is in the window of its instants: from the first instant of the window to the last before its cut-off.',
    sql: `select jsonb_build_object('batch_no', b.batch_no) as row,
        concat_ws(' ', 'window', w.window_no, 'from', w.opens_at, 'to', w.cut_off) as expected,
        concat_ws(' ', 'window', b.window_no, 'at', b.posted_at) as actual
      from batch b
      left join settlement_window w on w.coalition_id = b.coalition_id and w.window_no = b.window_no
      where b.coalition_id = $1 and not coalesce(b.posted_at >= w.opens_at
        and b.posted_at + b.steps * interval '1 microsecond' < w.cut_off, false)`,
  },
  {
    invariant: 'WINDOW_END',
    table: 'settlement_window',
    says: 'A window ended with its last batch: those before are in it or in an earlier one, those after are in a later.',
    sql: `select jsonb_build_object('window_no', w.window_no) as row,
        concat_ws(' ', coalesce(b.batch_no, 0), encode(b.hash, 'hex')) as expected,
        concat_ws(' ', w.last_batch_no, encode(w.chain_hash, 'hex')) as actual
      from settlement_window w
      left join (select window_no, max(max(batch_no)) over (order by window_no) as last
        from (select window_no, batch_no from batch where coalition_id = $1
          union all
          select window_no, 0 from settlement_window where coalition_id = $1) x
        group by window_no) l on l.window_no = w.window_no
      left join batch b on b.coalition_id = w.coalition_id and b.batch_no = l.last
      where w.coalition_id = $1 and w.closed_at is not null
        and (w.last_batch_no <> coalesce(b.batch_no, 0)
          or w.chain_hash <> coalesce(b.hash, decode(repeat('00', 32), 'hex')))`,
  },
  {
    invariant: 'CHECKPOINT',
    table: 'chain_checkpoint',
    says: 'The chain still leads through every checkpoint at which it was found whole.',
    sql: `select jsonb_build_object('batch_no', c.batch_no) as row, encode(c.hash, 'hex') as expected,
        coalesce(encode(b.hash, 'hex'), 'no such batch') as actual
      from chain_checkpoint c
      left join batch b on b.coalition_id = c.coalition_id and b.batch_no = c.batch_no
      where c.coalition_id = $1 and b.hash is distinct from c.hash`,
  },
  {
    invariant: 'ENTRY_INSTANT',
    table: 'entry',
    says: 'An entry is posted at the instant of its step of its batch.',
    sql: `select jsonb_build_object('entry_id', e.entry_id) as row,
        (b.posted_at + e.batch_step * interval '1 microsecond')::text as expected, e.posted_at::text as actual
      from entry e
      left join batch b on b.coalition_id = e.coalition_id and b.batch_no = e.batch_no
      where e.coalition_id = $1
        and e.posted_at is distinct from b.posted_at + e.batch_step * interval '1 microsecond'`,
  },
  {
    invariant: 'REFUSAL_INSTANT',
    table: 'refusal',
    says: 'A refusal was made at the instant of its step of its batch.',
    sql: `select jsonb_build_object('key_scope_id', r.key_scope_id, 'key_operation', r.key_operation, 'key', r.key) as row,
        (b.posted_at + r.batch_step * interval '1 microsecond')::text as expected, r.refused_at::text as actual
      from refusal r
      left join batch b on b.coalition_id = r.coalition_id and b.batch_no = r.batch_no
      where r.coalition_id = $1
        and r.refused_at is distinct from b.posted_at + r.batch_step * interval '1 microsecond'`,
  },
  {
    invariant: 'VOUCHER_INSTANT',
    table: 'voucher',
    says: 'A voucher was given at the instant of its step of its batch.',
    sql: `select jsonb_build_object('voucher_id', v.voucher_id) as row,
        (b.posted_at + v.batch_step * interval '1 microsecond')::text as expected, v.issued_at::text as actual
      from voucher v
      left join batch b on b.coalition_id = v.coalition_id and b.batch_no = v.batch_no
      where v.coalition_id = $1
        and v.issued_at is distinct from b.posted_at + v.batch_step * interval '1 microsecond'`,
  },
  {
    invariant: 'GIFT_INSTANT',
    table: 'rule_gift',
    says: 'What a rule gave without a bill was given at the instant of its step of its batch.',
    sql: `select jsonb_build_object('gift_id', g.gift_id) as row,
        (b.posted_at + g.batch_step * interval '1 microsecond')::text as expected, g.given_at::text as actual
      from rule_gift g
      left join batch b on b.coalition_id = g.coalition_id and b.batch_no = g.batch_no
      where g.coalition_id = $1
        and g.given_at is distinct from b.posted_at + g.batch_step * interval '1 microsecond'`,
  },
  {
    invariant: 'GIFT_RETURN_INSTANT',
    table: 'gift_return',
    says: 'A gift was taken back at the instant of its step of its batch.',
    sql: `select jsonb_build_object('return_id', g.return_id) as row,
        (b.posted_at + g.batch_step * interval '1 microsecond')::text as expected, g.returned_at::text as actual
      from gift_return g
      left join batch b on b.coalition_id = g.coalition_id and b.batch_no = g.batch_no
      where g.coalition_id = $1
        and g.returned_at is distinct from b.posted_at + g.batch_step * interval '1 microsecond'`,
  },
  {
    invariant: 'ACCOUNT_MOVEMENT',
    table: 'account_movement',
    says: 'What a batch moved on a derived account is the sum of its transfers.',
    sql: `select jsonb_build_object('kind', coalesce(m.kind, t.kind), 'owner_id', coalesce(m.owner_id, t.owner_id),
          'batch_no', coalesce(m.batch_no, t.batch_no)) as row,
        concat_ws(' ', coalesce(t.debit, 0), coalesce(t.credit, 0)) as expected,
        concat_ws(' ', coalesce(m.debit, 0), coalesce(m.credit, 0)) as actual
      from (select * from account_movement where coalition_id = $1) m
      full join (${COLUMNS_OF_MOVEMENT}) t
        on t.kind = m.kind and t.owner_id = m.owner_id and t.batch_no = m.batch_no
      where (m.debit, m.credit) is distinct from (t.debit, t.credit)`,
  },
  {
    invariant: 'ACCOUNT_ROLLUP',
    table: 'account_rollup',
    says: 'A roll-up is the sum of the movements up to its batch, which is there.',
    sql: `select jsonb_build_object('kind', r.kind, 'owner_id', r.owner_id, 'batch_no', r.batch_no) as row,
        concat_ws(' ', coalesce(m.debit, 0), coalesce(m.credit, 0)) as expected,
        concat_ws(' ', r.debit, r.credit) as actual
      from account_rollup r
      left join lateral (select sum(m.debit) as debit, sum(m.credit) as credit from account_movement m
        where m.coalition_id = $1 and m.kind = r.kind and m.owner_id = r.owner_id and m.batch_no <= r.batch_no) m on true
      left join chain_head h on h.coalition_id = r.coalition_id
      where r.coalition_id = $1 and ((r.debit, r.credit) is distinct from (coalesce(m.debit, 0), coalesce(m.credit, 0))
        or not coalesce(r.batch_no between 1 and h.batch_no, false))`,
  },
  {
    invariant: 'LOT_EXPIRY',
    table: 'lot',
    says: 'A lot expires as issued, or as the last use that gave points back to it says.',
    sql: `select jsonb_build_object('lot_id', l.lot_id) as row,
        coalesce(greatest(l.first_expires_at, u.expires_at)::text, 'never') as expected,
        coalesce(l.expires_at::text, 'never') as actual
      from lot l
      left join (select lot_id, max(expires_at) as expires_at from lot_use where coalition_id = $1 group by lot_id) u
        on u.lot_id = l.lot_id
      where l.coalition_id = $1 and l.expires_at is distinct from
        case when l.first_expires_at is null then null else greatest(l.first_expires_at, u.expires_at) end`,
  },
  ...REFERENCES.map(referenceCheck),
  ...ONCE.map(onceCheck),
]
