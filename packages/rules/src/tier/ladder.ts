import { InvalidInputError, MAX_COMMAND_MINOR } from '@artel/ledger'
import { addDays, type LocalDate } from '../calendar/local-date.ts'
import type { TwoLanguages } from '../rule/rule.ts'

/** What a ladder counts: money that customers paid, minor units, or days on which they bought. */
export const TIER_MEASURES = ['SPEND', 'VISITS'] as const
export type TierMeasure = (typeof TIER_MEASURES)[number]

/** One tier of a ladder. */
export interface TierDefinition {
  readonly name: TwoLanguages
  /** So much in the window, in the ladder's measure. */
  readonly threshold: bigint
}

/** Tiers and how they are reached and held. */
export interface LadderDefinition {
  readonly measure: TierMeasure
  /** Local days that are looked back over, the one of the purchase included. */
  readonly windowDays: number
  /** So many days longer a tier holds than its window. */
  readonly graceDays: number
  /** Lowest first, one to ten. */
  readonly tiers: readonly TierDefinition[]
}

const MAX_TIERS = 10
const MAX_WINDOW_DAYS = 3_660
const MAX_GRACE_DAYS = 366
const MAX_NAME = 80

/** Throws InvalidInputError that names the first field of a ladder that cannot be. */
export function validateLadder({ windowDays, graceDays, tiers }: LadderDefinition): void {
  days(['windowDays'], windowDays, 1, MAX_WINDOW_DAYS)
  days(['graceDays'], graceDays, 0, MAX_GRACE_DAYS)
  if (tiers.length < 1 || tiers.length > MAX_TIERS) refuse(['tiers'], `Must name 1 to ${MAX_TIERS}.`)
  let below = 0n
  for (const [index, { name, threshold }] of tiers.entries()) {
    const path = ['tiers', String(index)]
    for (const language of ['en', 'ru'] as const)
      if (name[language].length < 1 || name[language].length > MAX_NAME)
        refuse([...path, 'name', language], `Must have 1 to ${MAX_NAME} characters.`)
    if (threshold < 1n || threshold > MAX_COMMAND_MINOR)
      refuse([...path, 'threshold'], `Must be from 1 to ${MAX_COMMAND_MINOR}.`)
    if (threshold <= below) refuse([...path, 'threshold'], 'Must be more than that of the tier below.')
    below = threshold
  }
}

function days(path: readonly string[], value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    refuse(path, `Must be a whole number from ${low} to ${high}.`)
}

function refuse(path: readonly string[], problem: string): never {
  throw new InvalidInputError({ path, problem })
}

/** The first local day on which a tier is not held any more, unless another purchase proves it before. */
export const reviewDay = (
  provenDay: LocalDate,
  { windowDays, graceDays }: Pick<LadderDefinition, 'windowDays' | 'graceDays'>,
): LocalDate => addDays(provenDay, windowDays + graceDays)

/** The tier after the one that is held, and what is missing for it; undefined at the top. */
export function nextTier<Tier extends { readonly threshold: bigint }>(
  tiers: readonly Tier[],
  /** Of the tier that is held, 1 for the lowest; null: none. */
  position: number | null,
  /** What was done in the window that ends today. */
  value: bigint,
): { readonly tier: Tier; readonly missing: bigint } | undefined {
  const tier = tiers[position ?? 0]
  if (!tier) return undefined
  const missing = tier.threshold - value
  return { tier, missing: missing > 0n ? missing : 0n }
}
