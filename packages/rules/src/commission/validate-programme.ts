import { InvalidInputError, MAX_COMMAND_MINOR } from '@artel/ledger'
import { type LocalDate, localDate } from '../calendar/local-date.ts'
import { WHOLE_BPS } from '../purchase/points-part.ts'
import { beginsPeriod } from './commission-period.ts'
import type { CommissionDefinition, CommissionEffect } from './programme.ts'

const MAX_NAME = 80
const MAX_CUSTOMERS = 1_000_000_000n
const MAX_STEPS = 20
const MAX_MONTHS = 120
const MAX_DAYS = 365

/**
 * Throws InvalidInputError that names the first field of a programme that cannot be: out of range, at odds with another,
 * or such that it could never pay anything.
 */
export function validateProgramme(programme: CommissionDefinition): void {
  for (const language of ['en', 'ru'] as const) {
    const { length } = programme.name[language]
    if (length < 1 || length > MAX_NAME) refuse(['name', language], `Must have 1 to ${MAX_NAME} characters.`)
  }
  validateEffect(programme.effect)
  const { months, approval, refundDays, taxBps, fromDay, toDay } = programme
  if (months !== null) whole(['months'], months, 1, MAX_MONTHS)
  if (months !== null && programme.of === 'FIRST_PURCHASE')
    refuse(['months'], 'Can never hold together with a first purchase.')
  whole(['refundDays'], refundDays, 0, MAX_DAYS)
  whole(['approval', 'days'], approval.days, 0, MAX_DAYS)
  if (approval.days < refundDays)
    refuse(['approval', 'days'], 'Must not be less than the days in which goods are taken back.')
  const { twoPeopleAboveMinor: above } = approval
  if (above !== null) inRange(['approval', 'twoPeopleAbove'], above, 0n, MAX_COMMAND_MINOR)
  inRange(['taxBps'], taxBps, 0n, WHOLE_BPS)
  validateDays(fromDay, toDay)
}

function validateDays(fromDay: LocalDate, toDay: LocalDate | null): void {
  localDate(fromDay, ['fromDay'])
  if (toDay !== null && localDate(toDay, ['toDay']) < fromDay)
    refuse(['toDay'], 'Must not be before the first day.')
}

function validateEffect(effect: CommissionEffect): void {
  if (effect.kind === 'PERCENT') inRange(['effect', 'percentBps'], effect.percentBps, 1n, WHOLE_BPS)
  else if (effect.kind === 'FIXED') inRange(['effect', 'fixed'], effect.fixedMinor, 1n, MAX_COMMAND_MINOR)
  else validateLadder(effect)
}

function validateLadder({ steps, by }: CommissionEffect & { readonly kind: 'LADDER' }): void {
  if (steps.length < 1 || steps.length > MAX_STEPS)
    refuse(['effect', 'ladder'], `Must have 1 to ${MAX_STEPS} steps.`)
  for (const [at, { from, bps }] of steps.entries()) {
    const path = ['effect', 'ladder', String(at)]
    const fromPath = [...path, by === 'MONEY' ? 'from' : 'fromCustomers']
    inRange(fromPath, from, 0n, by === 'MONEY' ? MAX_COMMAND_MINOR : MAX_CUSTOMERS)
    inRange([...path, 'bps'], bps, 0n, WHOLE_BPS)
    const before = steps[at - 1]
    if (before && from <= before.from) refuse(fromPath, 'Must be more than in the step before.')
  }
  if (steps.every(({ bps }) => bps === 0n)) refuse(['effect', 'ladder'], 'Must have a step that pays.')
}

/**
 * Throws InvalidInputError where a version cannot follow another: it begins after today, and a ladder is neither begun nor
 * left in the middle of a period, or what it comes to would be of two.
 */
export function validateNextVersion(
  next: CommissionDefinition,
  { before, today }: { readonly before: CommissionDefinition; readonly today: LocalDate },
): void {
  if (next.fromDay <= today)
    refuse(['fromDay'], 'Must be after today: what was sold keeps what it was promised.')
  if (next.fromDay <= before.fromDay)
    refuse(['fromDay'], 'Must be after the first day of the version before.')
  for (const { effect } of [before, next]) {
    if (effect.kind !== 'LADDER') continue
    if (effect.per === 'EVER')
      refuse(['effect'], 'A ladder without end is not changed: end the programme and start another.')
    if (!beginsPeriod(effect.per, next.fromDay))
      refuse(['fromDay'], "Must be the first day of the ladder's period.")
  }
}

function refuse(path: readonly string[], problem: string): never {
  throw new InvalidInputError({ path, problem })
}

function inRange(path: readonly string[], value: bigint, low: bigint, high: bigint): void {
  if (value < low || value > high) refuse(path, `Must be from ${low} to ${high}.`)
}

function whole(path: readonly string[], value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    refuse(path, `Must be a whole number from ${low} to ${high}.`)
}
