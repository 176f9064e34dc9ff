import { STRANGER, type Tampering } from './refund-tamperings.ts'

const OF_VISITS = `where definition like '%VISIT%'`
const IN_CONTROL = `{"id": ${STRANGER.replaceAll("'", '"')}, "controlBps": 10000}`

/** Of what rules gave for what is no purchase. */
export const GIFT_TAMPERINGS: readonly Tampering[] = [
  [
    'a gift of more than its version promises',
    'update rule_gift set points = points + 1 where points = 9',
    'GIFT_OF_VERSION',
    'rule_gift',
  ],
  [
    'a gift on a day before its rule began',
    `update rule_gift set day = date '2026-12-31'; update occasion set day = date '2026-12-31'`,
    'GIFT_OF_VERSION',
    'rule_gift',
  ],
  [
    'points of a gift that are not in the books',
    'update rule_gift set points = points + 1 where points = 8',
    'GIFT_BOOKED',
    'rule_gift',
  ],
  [
    'who paid for a gift',
    `update rule_gift set payers = replace(payers, left(payers, 40), '[["' || ${STRANGER} || '"')`,
    'GIFT_BOOKED',
    'rule_gift',
  ],
  [
    'a second welcome of a customer',
    `update occasion set kind = 'ENROL';
      update rule_gift set customer_id = (select customer_id from rule_gift where points = 9)`,
    'GIFT_ONCE',
    'rule_gift',
  ],
  [
    'a gift to somebody who is held out of a pilot',
    `update rule_version set definition = jsonb_set(definition::jsonb, '{pilot}', '${IN_CONTROL}')::text ${OF_VISITS}`,
    'GIFT_CONTROL',
    'rule_gift',
  ],
  [
    'when a gift was given',
    `update rule_gift set given_at = given_at + interval '1 day'`,
    'GIFT_INSTANT',
    'rule_gift',
  ],
  [
    'when a voucher was given',
    `update voucher set issued_at = issued_at - interval '1 day'`,
    'VOUCHER_INSTANT',
    'voucher',
  ],
]
