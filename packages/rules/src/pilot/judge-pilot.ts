import type { Minor } from '@artel/ledger'
import type { LocalDate } from '../calendar/local-date.ts'
import type { Estimate } from './measure.ts'

/** Where a pilot is. OVER: its last day is past, and nobody has decided about it yet. */
export type PilotStatus = 'PLANNED' | 'RUNNING' | 'OVER' | 'DECIDED'

/** What the figures speak for. It is never done by itself: a person decides. */
export type PilotProposal =
  /** It runs, or fewer customers than it needs were measured. */
  | 'WAIT'
  /** The treatment spent more, and chance hardly explains it. */
  | 'SCALE'
  /** The treatment spent less, and chance hardly explains it. */
  | 'STOP'
  /** Measured to the end, and the difference may be chance. */
  | 'NO_DIFFERENCE'

/** What was decided about a pilot; null: nothing yet. */
export type PilotDecision = 'SCALE' | 'STOP'

/** Where a pilot is on a local day. */
export function pilotStatusOn(
  pilot: {
    readonly fromDay: LocalDate
    /** Included. */
    readonly toDay: LocalDate
    readonly decision: PilotDecision | null
  },
  today: LocalDate,
): PilotStatus {
  if (pilot.decision !== null) return 'DECIDED'
  if (today < pilot.fromDay) return 'PLANNED'
  return today <= pilot.toDay ? 'RUNNING' : 'OVER'
}

/** What the figures of a pilot speak for. Before its end they only say to wait: who looks every day finds what chance does. */
export function proposalOf({
  status,
  hasSample,
  spend,
}: {
  readonly status: PilotStatus
  /** Both groups have at least as many customers as the minimum that was told before. */
  readonly hasSample: boolean
  readonly spend: Estimate<Minor> | null
}): PilotProposal {
  if (status === 'PLANNED' || status === 'RUNNING' || !hasSample || !spend) return 'WAIT'
  if (spend.low > 0n) return 'SCALE'
  return spend.high < 0n ? 'STOP' : 'NO_DIFFERENCE'
}
