import { createHash } from 'node:crypto'
import { InvalidInputError } from '@artel/ledger'
import { pilotGroup, type RulePilot, type RuleVersion } from '@artel/rules'
import type { Prisma } from '@artel/store/prisma'

const PATH = ['definition', 'pilotId']

/**
 * What a rule says of the pilot that it names: one of the member's own, or of all members, about which nothing is decided. Undefined
 * where it names none. Throws InvalidInputError.
 */
export async function pilotOfRule(
  prisma: Pick<Prisma.TransactionClient, 'pilot'>,
  /** Whose rule it is; `memberId` null: the coalition's, which joins pilots of all members alone. */
  { coalitionId, memberId }: { readonly coalitionId: string; readonly memberId: string | null },
  /** Raw UUID. */
  pilotId: string | null | undefined,
): Promise<RulePilot | undefined> {
  if (pilotId == null) return undefined
  const pilot = await prisma.pilot.findFirst({
    where: { coalitionId, id: pilotId, OR: [{ memberId: null }, { memberId }] },
  })
  if (!pilot)
    throw new InvalidInputError({ path: PATH, problem: 'Must be a pilot of yours, or of all members.' })
  if (pilot.decision !== null)
    throw new InvalidInputError({
      path: PATH,
      problem: 'Has been decided: plan another pilot, or leave it out.',
    })
  return { id: pilot.id, controlBps: pilot.controlBps }
}

/** Pilots of these rules that hold a customer out; undefined where none does. */
export function pilotsHoldingOut(
  rules: readonly RuleVersion[],
  customerId: string,
): ReadonlySet<string> | undefined {
  let held: Set<string> | undefined
  for (const { pilot } of rules) {
    if (!pilot || held?.has(pilot.id)) continue
    if (pilotGroup(pilot, customerId, sha256) === 'CONTROL') held = (held ?? new Set()).add(pilot.id)
  }
  return held
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
