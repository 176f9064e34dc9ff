import { type Minor, NotFoundError } from '@artel/ledger'
import {
  addDays,
  type Estimate,
  type GroupSums,
  localDateOf,
  type PilotProposal,
  type PilotStatus,
  proposalOf,
  startOfDay,
  upliftOfReturning,
  upliftOfSpend,
} from '@artel/rules'
import { coalitionNow, measurePilot } from '@artel/store'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { daysOfPilot, statusOfPilot } from './pilot-days.ts'

/** What a pilot came to, as far as it got. */
export interface PilotResult {
  readonly treatment: GroupSums
  readonly control: GroupSums
  /** How much more a customer of the treatment spent, minor units; null: too few customers. */
  readonly spend: Estimate<Minor> | null
  /** How much larger its share of returning customers is, basis points; null: too few customers. */
  readonly returning: Estimate<number> | null
  readonly status: PilotStatus
  readonly proposal: PilotProposal
  /** ISO 4217, of the coalition. */
  readonly currency: string
}

/**
 * Measures a pilot: any of the coalition for administrators, its own for a member, since the figures of the others are those of
 * all members. Customers are those that bought in the base days before it; what counts is what they bought from its first day to
 * its last, net of refunds, and up to now while it runs. Throws NotFoundError, MemberNotActiveError.
 */
export async function readPilotResult(
  context: Context,
  input: { readonly id: string },
): Promise<PilotResult> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readPilots' },
  })
  const { coalitionId } = caller
  const id = checkId('pilot', input.id, ['id'])
  const own = caller.kind === 'member' ? { memberId: caller.memberId } : {}
  const pilot = await store.prisma.pilot.findFirst({ where: { coalitionId, id, ...own } })
  if (!pilot) throw new NotFoundError({ what: 'pilot' }, { path: ['id'] })
  const { memberId } = pilot
  const [{ coalition }, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
  ])
  const { timeZone, currency } = coalition
  const { fromDay, toDay } = daysOfPilot(pilot)
  const begin = startOfDay(fromDay, timeZone)
  const { TREATMENT: treatment, CONTROL: control } = await measurePilot(store, {
    ...{ coalitionId, pilotId: pilot.id, controlBps: pilot.controlBps, memberId },
    base: { from: startOfDay(addDays(fromDay, -pilot.baseDays), timeZone), to: begin },
    period: { from: begin, to: startOfDay(addDays(toDay, 1), timeZone) },
  })
  const status = statusOfPilot(pilot, localDateOf(now, timeZone))
  const spend = upliftOfSpend(treatment, control)
  const hasSample =
    pilot.needsTreatment !== null &&
    pilot.needsControl !== null &&
    treatment.customers >= pilot.needsTreatment &&
    control.customers >= pilot.needsControl
  return {
    ...{ treatment, control, spend, status, currency },
    returning: upliftOfReturning(treatment, control),
    proposal: proposalOf({ status, hasSample, spend }),
  }
}
