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
    'how much was taken back of a gift',
    'update gift_return set points = points - 1',
    'GIFT_RETURN_BOOKED',
    'gift_return',
  ],
  [
    'a gift taken back for a purchase that was kept',
    'delete from refund where customer_id in (select friend_id from referral)',
    'GIFT_RETURN_OF_REFUND',
    'gift_return',
  ],
  [
    'when a gift was taken back',
    `update gift_return set returned_at = returned_at + interval '1 day'`,
    'GIFT_RETURN_INSTANT',
    'gift_return',
  ],
  ['who brought a friend', 'update referral set member_id = friend_id', 'REFERRAL_DIGEST', 'referral'],
  [
    'a friend who brought itself',
    'update referral set referrer_id = friend_id',
    'REFERRAL_NOT_OWN',
    'referral',
  ],
  [
    'a gift for what somebody else bought',
    `update occasion set purchase_id = (select purchase_id from purchase order by 1 limit 1) where kind = 'REFERRER'`,
    'REFERRAL_GIFT',
    'rule_gift',
  ],
  [
    'a gift for a purchase from before the friend was brought',
    `update referral set bound_at = bound_at + interval '99 days'`,
    'REFERRAL_GIFT',
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
