/** How a column stands in its row's line. */
type Form =
  | 'plain'
  | 'nullable'
  | 'text'
  | 'nullableText'
  | 'instant'
  | 'bytes'
  | 'json'
  | 'added'
  | 'addedText'

/** A ledger table as its lines are written: its key, and its immutable columns in the order of `row-lines.ts`. */
export interface HashedTable {
  readonly table: string
  readonly key: readonly string[]
  /** The columns that its lines say. */
  readonly columns: readonly string[]
  /** SQL of a row's line, for the table under its own name. */
  readonly line: string
}

/** `concat_ws` writes what it is given as text, but leaves a null out with its separator. */
const SQL_OF: Record<Form, (column: string) => string> = {
  plain: (column) => column,
  nullable: (column) => `coalesce(${column}::text, '')`,
  text: (column) => `to_json(${column})`,
  nullableText: (column) => `coalesce(to_json(${column})::text, '')`,
  instant: (column) => `coalesce((extract(epoch from ${column}) * 1000000)::bigint::text, '')`,
  bytes: (column) => `coalesce(encode(${column}, 'hex'), '')`,
  json: (column) => column,
  // Left out when there is nothing in it, so that rows of before have the line that they had; named, so that two such
  // columns cannot be taken for each other.
  added: (column) => `'${column.split('.')[1]}=' || nullif(nullif(${column}::text, ''), '0')`,
  // The same of a text: only null is nothing.
  addedText: (column) => `'${column.split('.')[1]}=' || to_json(${column})::text`,
}

function hashed(table: string, key: readonly string[], columns: readonly string[]): HashedTable {
  const parts = columns.map((column) => {
    const [name = '', form = 'plain'] = column.split(':')
    return SQL_OF[form as Form](`${table}.${name}`)
  })
  const names = columns.map((column) => column.split(':')[0] ?? '')
  return { table, key, columns: names, line: `concat_ws('|', '${table}', ${parts.join(', ')})` }
}

/** Every table that the chain covers. */
export const HASHED_TABLES: readonly HashedTable[] = [
  hashed(
    'entry',
    ['entry_id'],
    [
      'entry_id',
      'group_id',
      'position',
      'kind',
      'customer_id:nullable',
      'customer_sequence:nullable',
      'member_id:nullable',
      'document_id:nullable',
      'points_delta',
      'reserved_delta',
      'balance_after',
      'key_scope_id:nullable',
      'key_operation:nullableText',
      'key:nullableText',
      'request_hash:bytes',
    ],
  ),
  hashed(
    'transfer',
    ['entry_id', 'position'],
    [
      'entry_id',
      'position',
      'unit',
      'debit_kind',
      'debit_owner_id',
      'credit_kind',
      'credit_owner_id',
      'amount',
    ],
  ),
  hashed(
    'lot',
    ['lot_id'],
    [
      'lot_id',
      'customer_id',
      'issuer_id',
      'terms_id',
      'entry_id',
      'amount',
      'issued_at:instant',
      'activates_at:instant',
      'first_expires_at:instant',
      'reserve_price',
      'deposit',
      'issue_fee',
      'redeem_fee',
      'origin_lot_id:added',
    ],
  ),
  hashed(
    'lot_use',
    ['entry_id', 'position'],
    ['entry_id', 'position', 'lot_id', 'kind', 'points', 'expires_at:instant'],
  ),
  hashed(
    'purchase',
    ['purchase_id'],
    [
      'purchase_id',
      'member_id',
      'customer_id',
      'terms_id',
      'receipt_ref:text',
      'total_minor',
      'points_part_minor',
      'points_redeemed',
      'points_earned',
      'earned_lot_id:nullable',
      'hold_id:nullable',
      'balance_after',
      'occurred_at:instant',
      'code:addedText',
      'click_id:added',
      'discount_minor:added',
      'rules:addedText',
      'fiscal_receipt:addedText',
      'lines:json',
    ],
  ),
  hashed(
    'refund',
    ['refund_id'],
    [
      'refund_id',
      'purchase_id',
      'member_id',
      'customer_id',
      'amount_minor',
      'money_minor',
      'points_returned',
      'points_recovered',
      'points_to_debt',
      'points_borne',
      'points_expired:added',
      'points_claimed:added',
      'reason:text',
      'balance_after',
      'rules:addedText',
      'lines:json',
    ],
  ),
  hashed(
    'hold',
    ['hold_id'],
    [
      'hold_id',
      'customer_id',
      'member_id',
      'points',
      'order_ref:text',
      'bill_minor',
      'created_at:instant',
      'expires_at:instant',
      'terms_id:added',
      'code:addedText',
    ],
  ),
  hashed('hold_lot', ['hold_id', 'position'], ['hold_id', 'position', 'lot_id', 'points']),
  hashed(
    'debt',
    ['debt_id'],
    [
      'debt_id',
      'customer_id',
      'issuer_id',
      'purchase_id',
      'entry_id',
      'amount',
      'issue_fee',
      'incurred_at:instant',
      'lot_id:added',
    ],
  ),
  hashed(
    'voucher',
    ['voucher_id'],
    [
      ...['voucher_id', 'code', 'rule_version_id', 'customer_id', 'member_id', 'purchase_id'],
      'first_last_day',
    ],
  ),
  hashed('act_by', ['document_id'], ['document_id', 'person_id', 'till_id:nullable']),
  hashed(
    'claim',
    ['refund_id', 'lot_id'],
    ['refund_id', 'customer_id', 'lot_id', 'purchase_id', 'entry_id', 'amount'],
  ),
  hashed(
    'rule_gift',
    ['gift_id'],
    [
      'gift_id',
      'occasion_id',
      'rule_version_id',
      'customer_id',
      'owner_id',
      'day',
      'points',
      'counters:text',
      'payers:text',
    ],
  ),
  hashed(
    'gift_return',
    ['return_id'],
    ['return_id', 'gift_id', 'customer_id', 'points', 'counters:text', 'payers:text'],
  ),
  hashed(
    'refusal',
    ['key_scope_id', 'key_operation', 'key'],
    ['key_scope_id', 'key_operation:text', 'key:text', 'request_hash:bytes', 'code:text', 'details:json'],
  ),
]
