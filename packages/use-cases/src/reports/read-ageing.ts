import { NotFoundError } from '@artel/ledger'
import { type AgedReceivables, ageReceivables, type LocalDate, localDate, localDateOf } from '@artel/rules'
import { coalitionNow, openLegs } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'

/** What members were asked to pay and have not, by how late it is. */
export interface Ageing {
  /** The day it is reckoned on, by the coalition's clock. */
  readonly today: LocalDate
  readonly members: readonly AgedReceivables[]
}

/**
 * Ages open payments of approved plans: those of all members for administrators, its own for a member. What no plan has
 * asked for yet is not due and not here. NotFoundError for other coalitions.
 */
export async function readAgeing(context: Context, input: { readonly coalitionId: string }): Promise<Ageing> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'reports:read',
    admin: 'coalition:read',
    verb: 'readReports',
  })
  const { coalitionId } = principal
  if (coalitionId !== input.coalitionId) throw new NotFoundError({ what: 'coalition' })
  const { store } = context
  const { timeZone } = (await loadAgreement(store, coalitionId)).coalition
  const today = localDateOf(await coalitionNow(store, coalitionId), timeZone)
  const legs = await openLegs(store, coalitionId, principal.kind === 'member' ? principal.memberId : null)
  const receivables = legs.map((leg) => ({ ...leg, dueOn: localDate(leg.dueOn) }))
  return { today, members: ageReceivables(receivables, today) }
}
