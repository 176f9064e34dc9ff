import { InvalidInputError } from '@artel/ledger'
import type { RuleDefinition } from '@artel/rules'
import type { Prisma } from '@artel/store/prisma'
import type { RuleOwner } from './definition-input.ts'

/** Throws InvalidInputError at the first member that a rule names and its coalition does not have. */
export async function refuseStrangers(
  prisma: Pick<Prisma.TransactionClient, 'member'>,
  { coalitionId }: RuleOwner,
  { at = [], pays = [] }: RuleDefinition,
): Promise<void> {
  const named = [
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

/** Asks each who is to pay for a version, but its owner: until all have accepted, the version gives nothing. */
export async function askPayers(
  transaction: Prisma.TransactionClient,
  { coalitionId, memberId }: RuleOwner,
  version: { readonly id: string; readonly definition: RuleDefinition; readonly askedAt: Date },
): Promise<void> {
  const { pays = [] } = version.definition
  const others = pays.filter(({ payerId }) => payerId !== (memberId ?? coalitionId))
  if (others.length === 0) return
  await transaction.ruleAcceptance.createMany({
    data: others.map(({ payerId }) => ({
      ...{ coalitionId, versionId: version.id, payerId },
      ...{ answer: 'ASKED', askedAt: version.askedAt },
    })),
  })
}
