import { InvalidInputError } from '@artel/ledger'
import { readingsOfLinkCode } from '@artel/rules'
import { codesOfRules, lockCodes } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'

interface Wanted {
  readonly coalitionId: string
  readonly code: string
}

/**
 * Whether a code is neither a link's nor a rule's of the coalition, nor read like one. Holds the codes of the coalition until the
 * transaction ends: a purchase names one code, and it must not mean two things.
 */
export async function isFreeForLink(
  transaction: Prisma.TransactionClient,
  { coalitionId, code }: Wanted,
): Promise<boolean> {
  await lockCodes(transaction, coalitionId)
  if (await hasLink(transaction, { coalitionId, code })) return false
  const readings = new Set(readingsOfLinkCode(code))
  const ofRules = await codesOfRules(transaction, coalitionId)
  return !ofRules.some((other) => readingsOfLinkCode(other).some((reading) => readings.has(reading)))
}

/** Throws InvalidInputError for a rule's code that a link has or is read by; rules may share one. */
export async function requireFreeForRule(
  transaction: Prisma.TransactionClient,
  { coalitionId, code }: { readonly coalitionId: string; readonly code: string | undefined },
): Promise<void> {
  if (code === undefined) return
  await lockCodes(transaction, coalitionId)
  if (await hasLink(transaction, { coalitionId, code }))
    throw new InvalidInputError({
      path: ['definition', 'if', 'code'],
      problem: 'Is taken, or looks or is typed like one that is. Choose another.',
    })
}

async function hasLink({ link }: Prisma.TransactionClient, { coalitionId, code }: Wanted): Promise<boolean> {
  const where = { coalitionId, foldedCode: { in: [...readingsOfLinkCode(code)] } }
  return (await link.findFirst({ where, select: { id: true } })) !== null
}
