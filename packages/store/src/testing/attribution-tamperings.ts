import { STRANGER, type Tampering } from './refund-tamperings.ts'

const OF = (via: string) => `where via = '${via}'`

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
