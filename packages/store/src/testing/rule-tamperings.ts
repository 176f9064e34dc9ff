import { STRANGER, type Tampering } from './refund-tamperings.ts'

const OF_THE_FIRST = `where version = 1`
const UNDER_RULE = `where rules is not null`
/** Of a sale that several paid for, or its refund. */
const SHARED = `'%"payers":%'`

/** Of rules and of what each of their versions says. */
export const RULE_TAMPERINGS: readonly Tampering[] = [
  [
    "a byte of a rule's words",
    `update rule_version set definition = replace(definition, 'Мойка', 'мойка') ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'blanks between the words of a rule',
    `update rule_version set definition = definition || ' ' ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'whose a version is',
    `update rule_version set rule_id = ${STRANGER} ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'who wrote a version',
    `update rule_version set created_by_id = ${STRANGER} ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  [
    'what a version was made from',
    `update rule_version set template = null ${OF_THE_FIRST}`,
    'RULE_VERSION_DIGEST',
    'rule_version',
  ],
  ['what a counter stands at', `update counter set used = used + 1`, 'RULE_COUNTERS', 'counter'],
  ['a limit below what was counted', `update counter set "limit" = 0`, 'RULE_COUNTERS', 'counter'],
  ['a counter removed', `delete from counter where customer_id <> coalition_id`, 'RULE_COUNTERS', 'counter'],
  [
    'a discount that no rule gave',
    `update purchase set discount_minor = 1 where rules is null`,
    'PURCHASE_RULES',
    'purchase',
  ],
  [
    'what rules gave taken away, and its discount left',
    `update purchase set rules = null ${UNDER_RULE}`,
    'PURCHASE_RULES',
    'purchase',
  ],
  [
    'points that a rule gave',
    `update purchase set rules = replace(rules, '"points":"10"', '"points":"11"') ${UNDER_RULE}`,
    'PURCHASE_RULES',
    'purchase',
  ],
  [
    'the discount of a line',
    `update purchase set lines = replace(lines::text, '"500000"', '"400000"')::json ${UNDER_RULE}`,
    'PURCHASE_LINE_DISCOUNTS',
    'purchase',
  ],
  [
    'a discount moved to another line',
    `update purchase set rules = replace(rules, '["500000","0"]', '["0","500000"]') ${UNDER_RULE}`,
    'PURCHASE_LINE_DISCOUNTS',
    'purchase',
  ],
  [
    'a discount on a line of a purchase that met no rule',
    `update purchase set lines = '[{"ref":"1","title":"Oil","totalMinor":"10000000","discountMinor":"1"}]'
      where rules is null`,
    'PURCHASE_LINE_DISCOUNTS',
    'purchase',
  ],
  [
    'a refund that gave back more than was taken',
    `update refund set rules = replace(rules, '"4"', '"11"') ${UNDER_RULE}`,
    'REFUND_COUNTERS',
    'refund',
  ],
  [
    'a refund that gave back to a counter of another period',
    `update refund set rules = replace(rules, '2027-01', '2027-02') ${UNDER_RULE}`,
    'REFUND_COUNTERS',
    'refund',
  ],
  [
    'who pays for a gift',
    `update purchase set rules = replace(rules, '"pays":', '"paid":') where rules like ${SHARED}`,
    'PURCHASE_PAYERS',
    'purchase',
  ],
  [
    'what one of several payers gave',
    `update purchase set rules = replace(rules, '"20","0"', '"21","0"') where rules like ${SHARED}`,
    'PURCHASE_LOT',
    'purchase',
  ],
  [
    'what a payer was charged for a discount',
    `update transfer t set amount = amount + 10000 from entry e
      where e.entry_id = t.entry_id and e.kind = 'DISCOUNT_COST' and t.amount > 1000000`,
    'DISCOUNT_COSTS',
    'purchase',
  ],
  [
    'what a refund gave back of a discount to whom',
    `update refund set rules = replace(rules, '"100"', '"101"') where rules like ${SHARED}`,
    'DISCOUNT_COSTS',
    'purchase',
  ],
  [
    'whose points a refund took back',
    `update refund set rules = replace(rules, '"5"', '"6"') where rules like ${SHARED}`,
    'REFUND_PAYERS',
    'refund',
  ],
  [
    'who was asked to pay for a version',
    `insert into rule_acceptance (coalition_id, rule_version_id, payer_id, answer, asked_at)
      select coalition_id, rule_version_id, ${STRANGER}, 'ASKED', now() from rule_version ${OF_THE_FIRST}`,
    'RULE_ACCEPTANCES',
    'rule_version',
  ],
  ['a version removed', `delete from rule_version ${OF_THE_FIRST}`, 'RULE_VERSIONS', 'rule'],
  ['the newest version removed', `delete from rule_version where version = 2`, 'RULE_VERSIONS', 'rule'],
  ['which version holds', `update rule set version = 1`, 'RULE_VERSIONS', 'rule'],
  ['the last day of a rule', `update rule set last_day = '2027-12-31'`, 'RULE_VERSIONS', 'rule'],
]
