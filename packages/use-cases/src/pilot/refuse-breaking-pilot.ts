import { InvalidInputError } from '@artel/ledger'
import type { RuleDefinition } from '@artel/rules'
import type { PilotOfRule } from '@artel/store'

/**
 * A version of a rule joins a pilot before its first day and gives within its days alone, and goes on in it until it is over or decided:
 * else its figures would be of a rule that some of the days did not have. Throws InvalidInputError.
 */
export function refuseBreakingPilot(
  before: PilotOfRule | undefined,
  after: PilotOfRule | undefined,
  { today, schedule }: { readonly today: string; readonly schedule: RuleDefinition['schedule'] },
): void {
  const path = ['definition', 'pilotId']
  if (after?.isDecided)
    throw new InvalidInputError({ path, problem: 'Has been decided: plan another pilot, or leave it out.' })
  if (before?.id === after?.id) return
  const isRunning = before && !before.isDecided && before.firstDay <= today && today <= before.lastDay
  if (isRunning)
    throw new InvalidInputError({ path, problem: 'Must stay until the pilot is over, or decided.' })
  if (!after) return
  if (today >= after.firstDay)
    throw new InvalidInputError({ path, problem: 'Has begun: rules join before the first day.' })
  const { fromDay, toDay } = schedule
  if (fromDay < after.firstDay || toDay === null || toDay > after.lastDay)
    throw new InvalidInputError({
      ...{ path: ['definition', 'schedule'] },
      problem: 'Must lie within the days of the pilot.',
    })
}
