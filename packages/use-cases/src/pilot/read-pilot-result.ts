import type { Minor } from '@artel/ledger'
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
import type { Pilot } from '@artel/store/prisma'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { PermissionError } from '../errors/system-error.ts'
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
 * Measures a pilot. Customers are those that bought in the base days before it; what counts is what they bought from its first
 * day to its last, net of refunds, and up to now while it runs. Throws PermissionError for a member at a pilot that is not its
 * own, whose figures are those of all members.
 */
export async function readPilotResult(context: Context, pilot: Pilot): Promise<PilotResult> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:read', admin: 'coalition:read', verb: 'readPilots' },
  })
  const { coalitionId, memberId } = pilot
  const isOwn = caller.kind === 'admin' || caller.memberId === memberId
  if (caller.coalitionId !== coalitionId || !isOwn)
    throw new PermissionError('The figures of this pilot are not shown to you.')
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
