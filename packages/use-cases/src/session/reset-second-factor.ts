import { LetterNotSentError, NotFoundError } from '@artel/ledger'
import { coalitionNow, databaseNow, lockPerson, newId } from '@artel/store'
import { requireOperator } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordPersonAct } from '../audit/record-person-act.ts'
import { checkEmail } from '../input/contact.ts'
import { checkText } from '../input/text.ts'
import { requireMail, sendResetNotice } from './letters.ts'

const MAX_REASON_LENGTH = 500
const MAX_OPERATOR_LENGTH = 120

export interface ResetSecondFactorInput {
  readonly email: string
  /** Why, and how it was checked that the person asks for it. At most 500 characters. */
  readonly reason: string
  /** Who does it, as the machine knows them. */
  readonly operator: string
  readonly language: 'en' | 'ru'
}

export interface SecondFactorWasReset {
  readonly personId: string
  /** Whether the person was told by mail. */
  readonly isTold: boolean
}

/**
 * Takes a person's second factor, passkeys and recovery codes away, for who has lost both, and the password with them: alone it would
 * open more than before. So do the API keys that act for the person: whoever was in the account may have made them. The way back is a new one-time link, then a new password and second factor. All sessions and waiting
 * links of the person end. Who did it, when and why stays written down, and the person is told by mail.
 * The operator alone. Throws NotFoundError, InvalidInputError.
 */
export async function resetSecondFactor(
  context: Context,
  input: ResetSecondFactorInput,
): Promise<SecondFactorWasReset> {
  requireOperator(context.principal)
  const { prisma, pool } = context.store
  const email = checkEmail(['email'], input.email.normalize('NFC'))
  const reason = checkText(['reason'], input.reason, MAX_REASON_LENGTH)
  const operator = checkText(['operator'], input.operator, MAX_OPERATOR_LENGTH)
  const person = await prisma.person.findUnique({ where: { email }, include: { passkeys: { take: 1 } } })
  if (person === null || (person.totpConfirmedAt === null && person.passkeys.length === 0))
    throw new NotFoundError({ what: 'secondFactor' }, { path: ['email'] })
  const { id: personId } = person
  const resetAt = await databaseNow(pool)
  const keys = await keysOf(context, personId)
  await prisma.$transaction(async (transaction) => {
    await lockPerson(transaction, personId)
    await transaction.secondFactorReset.create({ data: { id: newId(), personId, operator, reason, resetAt } })
    await transaction.person.update({
      where: { id: personId },
      data: { passwordHash: null, totpSealed: null, totpPending: null, totpConfirmedAt: null },
    })
    await transaction.passkey.deleteMany({ where: { personId } })
    await transaction.recoveryCode.deleteMany({ where: { personId } })
    await transaction.cashierPin.deleteMany({ where: { personId } })
    await transaction.pinCode.deleteMany({ where: { personId } })
    await transaction.staffSession.updateMany({
      where: { personId, endedAt: null },
      data: { endedAt: resetAt },
    })
    await transaction.staffLink.updateMany({ where: { personId, usedAt: null }, data: { usedAt: resetAt } })
    for (const { coalitionId, revokedAt } of keys)
      await transaction.apiKey.updateMany({
        where: { coalitionId, personId, revokedAt: null },
        data: { revokedAt },
      })
    await recordPersonAct(context, transaction, { act: 'secondFactorReset', personId })
  })
  return { personId, isTold: await tell(context, email, input.language) }
}

/** The coalitions in which keys act for a person, each with its own time, by which keys end. */
async function keysOf(
  { store }: Context,
  personId: string,
): Promise<readonly { readonly coalitionId: string; readonly revokedAt: Date }[]> {
  const found = await store.prisma.apiKey.groupBy({
    by: ['coalitionId'],
    where: { personId, revokedAt: null },
  })
  return Promise.all(
    found.map(async ({ coalitionId }) => ({
      coalitionId,
      revokedAt: await coalitionNow(store, coalitionId),
    })),
  )
}

/** The reset stands whether or not its letter goes out. */
async function tell(context: Context, to: string, language: 'en' | 'ru'): Promise<boolean> {
  try {
    await sendResetNotice(requireMail(context), { to, language })
    return true
  } catch (error) {
    if (error instanceof LetterNotSentError) return false
    throw error
  }
}
