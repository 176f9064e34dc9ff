import { ATTRIBUTION_TAMPERINGS } from './attribution-tamperings.ts'
import { GIFT_TAMPERINGS } from './gift-tamperings.ts'
import { REFUND_TAMPERINGS, STRANGER, type Tampering } from './refund-tamperings.ts'
import { RULE_TAMPERINGS } from './rule-tamperings.ts'

const first = (table: string, where = 'true', key = `${table}_id`) =>
  `(select ${key} from ${table} where ${where} order by ${key} limit 1)`

/** What a superuser could change in the books past every constraint, and which invariant of which table notices. */
export const TAMPERINGS: readonly Tampering[] = [
  ['a balance', 'update customer_account set posted = posted + 1', 'ACCOUNT_LOTS', 'customer_account'],
  ['a reservation', 'update customer_account set reserved = 0', 'ACCOUNT_LOTS', 'customer_account'],
  [
    'a sequence',
    'update customer_account set sequence = sequence + 1',
    'ACCOUNT_ENTRIES',
    'customer_account',
  ],
  ['a negative balance', 'update customer_account set posted = -1', 'ACCOUNT_BOUNDS', 'customer_account'],
  [
    "a lot's remaining",
    `update lot set remaining = remaining - 1 where lot_id = ${first('lot', 'open')}`,
    'LOT_USES',
    'lot',
  ],
  [
    "a lot's amount",
    `update lot set amount = amount + 1 where lot_id = ${first('lot')}`,
    'ENTRY_LOTS',
    'entry',
  ],
  [
    "a lot's reservation",
    `update lot set reserved = reserved + 1 where lot_id = ${first('lot', 'open')}`,
    'LOT_RESERVED',
    'lot',
  ],
  ["a lot's open flag", `update lot set open = not open where lot_id = ${first('lot')}`, 'LOT_BOUNDS', 'lot'],
  [
    "a lot's price",
    `update lot set reserve_price = reserve_price + 1 where lot_id = ${first('lot')}`,
    'LOT_ISSUE',
    'lot',
  ],
  [
    "a lot's issuer",
    `update lot set issuer_id = ${STRANGER} where lot_id = ${first('lot')}`,
    'LOT_ISSUE',
    'lot',
  ],
  ['points of a lot use', `update lot_use set points = points + 1 where kind = 'REDEEM'`, 'LOT_USES', 'lot'],
  [
    'the kind of a lot use',
    `update lot_use set kind = 'EXPIRE' where kind = 'REDEEM'`,
    'LOT_USE_OWNER',
    'lot_use',
  ],
  [
    "a till's member",
    `update till set member_id = (select member_id from member where member_id <> till.member_id limit 1)`,
    'ACT_DOCUMENT',
    'act_by',
  ],
  ['who acted removed', `delete from act_by where till_id is null`, 'STEP_DIGEST', 'entry'],
  ['a lot use removed', `delete from lot_use where kind = 'EXPIRE'`, 'LOT_USES', 'lot'],
  [
    'an amount of points',
    `update transfer set amount = amount + 1 where credit_kind = 'CUSTOMER'`,
    'ENTRY_LEGS',
    'entry',
  ],
  [
    'an owner of a points leg',
    `update transfer set debit_owner_id = ${STRANGER} where debit_kind = 'ISSUED'`,
    'POINTS_LEGS',
    'transfer',
  ],
  [
    'an amount of clearing',
    `update transfer set amount = amount + 1 where debit_kind = 'CLEARING' and credit_kind = 'FEES'`,
    'CLEARING_LEGS',
    'transfer',
  ],
  [
    'an owner of a money leg',
    `update transfer set debit_owner_id = ${STRANGER} where debit_kind = 'CLEARING'`,
    'CLEARING_LEGS',
    'transfer',
  ],
  [
    'a kind of a money leg',
    `update transfer set credit_kind = 'LOSS' where credit_kind = 'FEES'`,
    'FEE_LEGS',
    'transfer',
  ],
  [
    'an amount of reserve',
    `update transfer set amount = amount - 1 where credit_kind = 'RESERVE'`,
    'RESERVE_LEGS',
    'transfer',
  ],
  ['a transfer removed', `delete from transfer where credit_kind = 'EXPIRED'`, 'ENTRY_LEGS', 'entry'],
  [
    'a transfer added',
    `insert into transfer select coalition_id, entry_id, 9, 'MONEY', 'BANK', coalition_id, 'CLEARING', member_id, 5, batch_no, batch_step, 0 from entry where kind = 'HOLD' limit 1`,
    'TRANSFER_POSITIONS',
    'transfer',
  ],
  [
    'a transfer of nothing',
    `update transfer set amount = 0 where unit = 'MONEY'`,
    'TRANSFER_SOUND',
    'transfer',
  ],
  [
    'a change of the balance',
    `update entry set points_delta = points_delta + 1 where kind = 'REDEEM'`,
    'ENTRY_LEGS',
    'entry',
  ],
  [
    'a balance after',
    `update entry set balance_after = balance_after + 1 where customer_sequence = 3`,
    'ENTRY_CHAIN',
    'entry',
  ],
  [
    'a change of the reservation',
    `update entry set reserved_delta = reserved_delta + 1 where kind = 'HOLD'`,
    'ACCOUNT_ENTRIES',
    'customer_account',
  ],
  [
    'a sequence number',
    `update entry set customer_sequence = customer_sequence + 100 where kind = 'EXPIRE'`,
    'ENTRY_CHAIN',
    'entry',
  ],
  [
    'a kind of entry',
    `update entry set kind = 'EARN' where kind = 'DEBT_RECOVERY'`,
    'POINTS_LEGS',
    'transfer',
  ],
  [
    'a member of an entry',
    `update entry set member_id = ${STRANGER} where kind = 'EARN'`,
    'POINTS_LEGS',
    'transfer',
  ],
  [
    'a document of an entry',
    `update entry set document_id = ${STRANGER} where kind = 'HOLD_VOID'`,
    'ENTRY_DOCUMENT',
    'entry',
  ],
  ['a key removed', `update entry set key = null where kind = 'EXPIRE'`, 'KEY_UNIQUE', 'entry'],
  ['an entry removed', `delete from entry where kind = 'HOLD_VOID'`, 'ENTRY_CHAIN', 'entry'],
  [
    "a hold's status",
    `update hold set status = 'OPEN', closed_at = null where status = 'VOIDED'`,
    'HOLD_END',
    'hold',
  ],
  ["a hold's points", `update hold set points = points + 1`, 'HOLD_LOTS', 'hold'],
  ["a hold's terms", `update hold set terms_id = ${STRANGER}`, 'REFERENCE', 'hold'],
  ["a hold's lots", `update hold_lot set points = points + 1`, 'HOLD_LOTS', 'hold'],
  [
    'points redeemed',
    `update purchase set points_redeemed = points_redeemed + 1 where hold_id is null`,
    'PURCHASE_ENTRIES',
    'purchase',
  ],
  [
    'points earned',
    `update purchase set points_earned = points_earned + 1 where points_earned > 0`,
    'PURCHASE_LOT',
    'purchase',
  ],
  [
    'a points part',
    `update purchase set points_part_minor = points_part_minor + 1`,
    'PURCHASE_MONEY',
    'purchase',
  ],
  [
    'a balance of a purchase',
    `update purchase set balance_after = balance_after + 1`,
    'PURCHASE_ENTRIES',
    'purchase',
  ],
  ...REFUND_TAMPERINGS,
  ...RULE_TAMPERINGS,
  ...GIFT_TAMPERINGS,
  ...ATTRIBUTION_TAMPERINGS,
  [
    'a refusal of a posted key',
    `insert into refusal select coalition_id, key_scope_id, key_operation, key, request_hash, 'X', '{}', posted_at, digest, batch_no, batch_step, 0 from entry where key is not null limit 1`,
    'REFUSAL_KEY',
    'refusal',
  ],
  [
    'the owner of promo points',
    `update transfer set debit_owner_id = credit_owner_id where debit_kind = 'ISSUED'
      and entry_id in (select entry_id from entry where kind = 'PROMO')`,
    'POINTS_LEGS',
    'transfer',
  ],
  [
    'what a payer of promo points is charged',
    `update transfer set amount = amount + 1 where debit_kind = 'CLEARING' and credit_kind = 'FEES'
      and entry_id in (select entry_id from entry where kind = 'PROMO')`,
    'CLEARING_LEGS',
    'transfer',
  ],
  [
    'the points of an adjustment',
    `update adjustment set points = points + 1 where points > 0`,
    'ENTRY_DOCUMENT',
    'entry',
  ],
  ['an adjustment removed', `delete from adjustment where points < 0`, 'ENTRY_DOCUMENT', 'entry'],
  [
    'an adjustment that nobody approved',
    `update adjustment set status = 'PROPOSED' where points < 0`,
    'ENTRY_DOCUMENT',
    'entry',
  ],
  [
    'who received a transfer',
    `update transfer set credit_owner_id = ${STRANGER}
      where entry_id in (select entry_id from entry where kind = 'TRANSFER_OUT')`,
    'ENTRY_MIRRORED',
    'entry',
  ],
  [
    'points received',
    `update entry set points_delta = points_delta + 1 where kind = 'TRANSFER_IN'`,
    'ENTRY_MIRRORED',
    'entry',
  ],
  [
    'the age of points received',
    `update lot set issued_at = issued_at + interval '1 day'
      where entry_id in (select entry_id from entry where kind = 'TRANSFER_IN')`,
    'LOT_MIRRORED',
    'lot',
  ],
  [
    'the issuer of points received',
    `update lot set issuer_id = (select member_id from member m where m.member_id <> lot.issuer_id limit 1)
      where entry_id in (select entry_id from entry where kind = 'MERGE_IN')`,
    'LOT_MIRRORED',
    'lot',
  ],
  [
    'a debt that came with a merge',
    `update debt set amount = amount + 1, remaining = remaining + 1
      where entry_id in (select entry_id from entry where kind = 'MERGE_IN')`,
    'DEBT_MOVED',
    'debt',
  ],
  [
    'a merged customer opened again',
    `update customer set status = 'ACTIVE', merged_into_id = null where merged_into_id is not null`,
    'CUSTOMER_MERGED',
    'customer',
  ],
  [
    'whom a merged customer leads to',
    `update customer set merged_into_id = ${STRANGER} where merged_into_id is not null`,
    'CUSTOMER_MERGED',
    'customer',
  ],
]
