import { InvalidInputError } from '@artel/ledger'
import type { RuleDefinition } from '@artel/rules'
import { waitingAsks } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import type { RuleOwner } from './definition-input.ts'

/** Throws InvalidInputError at the first member that a rule names and its coalition does not have. */
export async function refuseStrangers(
  prisma: Pick<Prisma.TransactionClient, 'member'>,
  { coalitionId }: RuleOwner,
  { at = [], pays = [], give }: RuleDefinition,
): Promise<void> {
  const named = [
    ...give.flatMap((effect, index) =>
      effect.kind === 'VOUCHER'
        ? effect.at.map((id, place) => ({
            id,
            path: ['give', String(index), 'voucher', 'at', String(place)],
          }))
        : [],
    ),
    ...at.map((id, index) => ({ id, path: ['at', String(index)] })),
    ...pays.map(({ payerId: id }, index) => ({ id, path: ['pays', String(index), 'memberId'] })),
  ].filter(({ id }) => id !== coalitionId)
  if (named.length === 0) return
  const where = { coalitionId, id: { in: named.map(({ id }) => id) } }
  const known = new Set((await prisma.member.findMany({ where, select: { id: true } })).map(({ id }) => id))
  const stranger = named.find(({ id }) => !known.has(id))
  if (stranger)
    throw new InvalidInputError({
      path: ['definition', ...stranger.path],
      problem: 'Must be a member of the coalition.',
    })
}

/** So many rules of one owner may wait for one payer's answer. */
const MAX_WAITING = 20

/**
 * Asks each who is to pay for a version, or whose bills its voucher is for, but its owner: until all have accepted, the version
 * gives nothing. They are told once the rule is scheduled. Throws InvalidInputError where one has too many to answer.
 */
export async function askPayers(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: RuleOwner,
  version: { readonly id: string; readonly definition: RuleDefinition; readonly askedAt: Date },
): Promise<void> {
  const asked = askedBy(version.definition, memberId ?? coalitionId)
  if (asked.size === 0) return
  const waiting = await waitingAsks(transaction, { coalitionId, memberId, payerIds: [...asked.keys()] })
  const tired = [...asked].find(([id]) => (waiting.get(id) ?? 0) >= MAX_WAITING)
  if (tired)
    throw new InvalidInputError({
      path: ['definition', ...tired[1]],
      problem: `Has ${MAX_WAITING} rules of yours to answer already: wait for its answer, or end some of them.`,
    })
  await transaction.ruleAcceptance.createMany({
    data: [...asked.keys()].map((payerId) => ({
      ...{ coalitionId, versionId: version.id, payerId },
      ...{ answer: 'ASKED', askedAt: version.askedAt },
    })),
  })
}

/** Whoever has a say in a rule besides its owner, and where the rule names it first. */
function askedBy({ pays = [], give }: RuleDefinition, ownerId: string): Map<string, readonly string[]> {
  const named = [
    ...pays.map(({ payerId: id }, at) => ({ id, path: ['pays', String(at), 'memberId'] })),
    ...give.flatMap((effect, index) =>
      effect.kind === 'VOUCHER'
        ? effect.at.map((id, at) => ({ id, path: ['give', String(index), 'voucher', 'at', String(at)] }))
        : [],
    ),
  ].filter(({ id }) => id !== ownerId)
  return new Map(named.reverse().map(({ id, path }) => [id, path]))
}
