import { setTimeout as delay } from 'node:timers/promises'
import { ConfirmationTooSoonError } from '@artel/ledger'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../access/principal.ts'
import type { GivenConfirmation } from '../confirmation/consent.ts'
import { type RequestConfirmationInput, requestConfirmation } from '../confirmation/request-confirmation.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { joinHousehold } from '../household/join-household.ts'
import type { Message } from '../messages/message-sender.ts'
import { type TransferPointsInput, transferPoints } from '../points/transfer-points.ts'
import { keepingSender } from './keeping-sender.ts'

/** The code that a message tells. Throws when it tells none. */
export function codeIn(message: Pick<Message, 'text'> | undefined): string {
  const code = message && /(?:code is|код) (\d{6})/i.exec(message.text)?.[1]
  if (!code) throw new Error('The message tells no code')
  return code
}

/**
 * Has a customer say yes: asks for a code and reads it where the customer would. What was sent is then made to be long ago, so
 * that a test may ask as often as it likes.
 */
export async function codeFor(
  context: Context,
  request: Omit<RequestConfirmationInput, 'idempotencyKey'>,
): Promise<GivenConfirmation> {
  const kept: Message[] = []
  const asking = { ...context, sender: keepingSender(kept) }
  for (;;) {
    try {
      const { id } = await requestConfirmation(asking, { ...request, idempotencyKey: uuidv7() })
      // When one to unfreeze was asked for counts.
      if (request.purpose !== 'UNFREEZE')
        await context.store.prisma.confirmation.updateMany({
          where: { id },
          data: { createdAt: new Date(0) },
        })
      return { id, code: codeIn(kept.at(-1)) }
    } catch (error) {
      // Somebody asks the same customer at the same time, and has not come to the line above yet.
      if (!(error instanceof ConfirmationTooSoonError)) throw error
      await delay(5)
    }
  }
}

/** The codes of two customers for one household. */
export async function codesToJoin(
  context: Context,
  pair: { readonly customer: CustomerBy; readonly with: CustomerBy },
) {
  const purpose = 'HOUSEHOLD_JOIN' as const
  return {
    confirmation: await codeFor(context, { purpose, customer: pair.customer, other: pair.with }),
    withConfirmation: await codeFor(context, { purpose, customer: pair.with, other: pair.customer }),
  }
}

/** Puts two customers into one household, both of whom say yes. They need phones or e-mails. */
export const joinWithCodes: typeof joinHousehold = async (context, input) =>
  joinHousehold(context, { ...input, ...(await codesToJoin(context, input)) })

/** Gives points with the giver's code. */
export const transferWithCode = async (context: Context, input: TransferPointsInput) =>
  transferPoints(context, {
    ...input,
    confirmation: await codeFor(context, {
      purpose: 'POINTS_TRANSFER',
      customer: input.from,
      other: input.to,
      points: input.points,
    }),
  })
