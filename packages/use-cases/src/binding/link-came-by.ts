import { InvalidInputError, NotFoundError } from '@artel/ledger'
import { isMistypedLinkCode, readingsOfLinkCode } from '@artel/rules'
import { clicksOf, type LinkRow, linksOfCodes, type Store } from '@artel/store'
import { checkBillCode } from '../input/bill-code.ts'
import { checkClickId } from '../input/click-id.ts'

/** What a customer came by: a code that was typed, or the click that a site remembered. */
export interface CameBy {
  readonly code?: string | null
  /** Raw UUID. */
  readonly clickId?: string | null
}

/**
 * The link to a member that a customer came by; undefined for a click that is not there or leads to another member. Throws
 * InvalidInputError for a code that is none, NotFoundError for one that no running link to the member has.
 */
export async function linkCameBy(
  store: Store,
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string },
  { code: typed, clickId }: CameBy,
): Promise<LinkRow | undefined> {
  if ((typed == null) === (clickId == null))
    throw new InvalidInputError({ path: ['code'], problem: 'Must be given, or the click, not both.' })
  if (clickId != null) {
    const id = checkClickId(['clickId'], clickId) ?? ''
    const click = (await clicksOf(store.pool, { coalitionId, of: [id] })).get(id)
    return click?.memberId === memberId && click.kind === 'HUMAN' && click.status === 'ACTIVE'
      ? click
      : undefined
  }
  const code = checkBillCode(['code'], typed) ?? ''
  const readings = readingsOfLinkCode(code)
  const found = await linksOfCodes(store.pool, { coalitionId, of: readings })
  const link = readings.map((reading) => found.get(reading)).find((one) => one !== undefined)
  if (link?.memberId === memberId && link.status === 'ACTIVE') return link
  if (!link && isMistypedLinkCode(code))
    throw new InvalidInputError({ path: ['code'], problem: 'Is mistyped: a letter is wrong. Read it again.' })
  throw new NotFoundError({ what: 'link' }, { path: ['code'] })
}
