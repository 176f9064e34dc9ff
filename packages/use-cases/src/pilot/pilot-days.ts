import { type LocalDate, type PilotDecision, type PilotStatus, pilotStatusOn } from '@artel/rules'
import type { Pilot } from '@artel/store/prisma'

/** A day as its column holds it. */
export const columnOfDay = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`)

/** The local days of a stored pilot. */
export const daysOfPilot = ({ firstDay, lastDay }: Pick<Pilot, 'firstDay' | 'lastDay'>) => ({
  fromDay: dayOf(firstDay),
  toDay: dayOf(lastDay),
})

/** Where a stored pilot is on a local day of its coalition. */
export const statusOfPilot = (pilot: Pilot, today: LocalDate): PilotStatus =>
  pilotStatusOn({ ...daysOfPilot(pilot), decision: pilot.decision as PilotDecision | null }, today)

const dayOf = (column: Date): LocalDate => column.toISOString().slice(0, 10) as LocalDate
