import { STRANGER, type Tampering } from './refund-tamperings.ts'

const OF = (via: string) => `where via = '${via}'`

/** Another way to its source and other losers, with the digest that the row then has. */
const forged = (via: string, losers: string) => `update attribution set via = ${via}, losers = ${losers},
  digest = encode(sha256(convert_to(concat_ws('|', coalition_id, purchase_id, customer_id, member_id,
    (extract(epoch from occurred_at) * 1000000)::bigint, coalesce(source_kind, ''), coalesce(source_id::text, ''),
    coalesce(link_id::text, ''), ${via}, to_json((${losers})::text), to_json(choice),
    (extract(epoch from decided_at) * 1000000)::bigint), 'UTF8')), 'hex')`

/** Of who brought customers, and of what that was decided on. */
export const ATTRIBUTION_TAMPERINGS: readonly Tampering[] = [
  [
    'how a purchase came to its source',
    `update attribution set via = 'CODE' ${OF('BINDING')}`,
    'ATTRIBUTION_DIGEST',
    'attribution',
  ],
  [
    'who was not taken',
    `update attribution set losers = losers || ' ' ${OF('NOBODY')}`,
    'ATTRIBUTION_DIGEST',
    'attribution',
  ],
  [
    'a code that the purchase has not, with a new digest',
    `${forged("'CODE'", 'losers')} ${OF('BINDING')}`,
    'ATTRIBUTION_TOUCH',
    'attribution',
  ],
  [
    'a reason that does not hold, with a new digest',
    `${forged('via', `'[{"via":"CLICK","reason":"UNKNOWN_CLICK"}]'`)} ${OF('NOBODY')}`,
    'ATTRIBUTION_LOSERS',
    'attribution',
  ],
  [
    'a referral that nobody made, with a new digest',
    `${forged('via', `'[{"via":"CODE","reason":"REFERRAL_FIRST","link":"' || (select link_id from link) || '"}]'`)} ${OF('NOBODY')}`,
    'ATTRIBUTION_LOSERS',
    'attribution',
  ],
  [
    'nobody taken where a binding counted, with a new digest',
    `update attribution set link_id = null, source_id = null, source_kind = null, via = 'NOBODY' ${OF('BINDING')};
      ${forged('via', 'losers')} ${OF('NOBODY')}`,
    'ATTRIBUTION_CANDIDATES',
    'attribution',
  ],
  [
    'whom nobody looked for',
    `update attribution_cursor set first_batch_no = done_batch_no + 1`,
    'ATTRIBUTION_CURSOR',
    'attribution_cursor',
  ],
  [
    'when a customer was bound',
    `update binding set bound_at = bound_at - interval '1 day'`,
    'BINDING_DIGEST',
    'binding',
  ],
  ['a decision removed', `delete from attribution ${OF('NOBODY')}`, 'ATTRIBUTION_OF_PURCHASE', 'attribution'],
  [
    'a source that its link does not have',
    `update attribution set source_id = ${STRANGER} ${OF('BINDING')}`,
    'ATTRIBUTION_LINK',
    'attribution',
  ],
  [
    'a link that is not there',
    `update attribution set link_id = ${STRANGER} ${OF('CLICK')}`,
    'ATTRIBUTION_LINK',
    'attribution',
  ],
  ['whom a link belongs to', `update link set source_id = ${STRANGER}`, 'ATTRIBUTION_LINK', 'attribution'],
  ['the binding that a decision goes by', `delete from binding`, 'ATTRIBUTION_TOUCH', 'attribution'],
  ['the click that a decision goes by', `update click set kind = 'BOT'`, 'ATTRIBUTION_TOUCH', 'attribution'],
  [
    'how long a binding counts',
    `update binding set ends_at = ends_at + interval '3 years'`,
    'BINDING_LINK',
    'binding',
  ],
]
