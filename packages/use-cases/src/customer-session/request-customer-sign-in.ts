import { ConfirmationUnavailableError, SignInDelayedError } from '@artel/ledger'
import { coalitionNow, lockCustomers, newId, type Store } from '@artel/store'
import type { Coalition, Customer } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import { hashCode, newCode } from '../confirmation/code.ts'
import { CONFIRMATION_TTL_MS, findWay } from '../confirmation/request-confirmation.ts'
import { LOOK_BACK_MS, nextCodeAt } from '../confirmation/resend-bound.ts'
import { checkPhone } from '../input/contact.ts'
import { MessageNotSentError, type MessageSender } from '../messages/message-sender.ts'
import { customerOfPhone } from './customer-of-phone.ts'
import { hostedCoalition } from './hosted-coalition.ts'
import type { PageDoor } from './page-door.ts'
import { countCodeRequest } from './sign-in-attempts.ts'
import { signInMessage, signInSubject } from './sign-in-message.ts'

const HOUR_MS = 3_600_000
/**
 * Most codes to sign in that a coalition's customers are sent within an hour, all together: what a flood costs in messages, and with five
 * tries each how many guesses it buys.
 */
export const MOST_CODES_AN_HOUR = 300
const FULL_WAIT_SECONDS = 60

export interface RequestCustomerSignInInput {
  /** The coalition's handle or public id. */
  readonly coalition: string
  readonly phone: string
  /** The language of the page, and of the message; the coalition's first one when left out. */
  readonly language?: 'en' | 'ru' | null
  readonly door: PageDoor
  /** Takes the work that goes on after the answer, so that the time of the answer tells nothing. */
  readonly later: (work: Promise<void>) => void
}

/**
 * Sends a code to sign in to the coalition's page to a customer who has this phone: by SMS where the deployment sends SMS, else by
 * e-mail. Whether somebody has the phone shows neither in the answer nor in its time. A customer is sent one code a minute, five an hour and
 * ten a day; what is asked for beyond is not sent. Anybody.
 * Throws NotFoundError, InvalidInputError, SignInDelayedError, ConfirmationUnavailableError.
 */
export async function requestCustomerSignIn(
  context: Context,
  input: RequestCustomerSignInInput,
): Promise<void> {
  const { store, sender } = context
  const coalition = await hostedCoalition(store, input.coalition)
  if (!sender) throw new ConfirmationUnavailableError({}, { path: [] })
  const phone = checkPhone(['phone'], input.phone)
  await countCodeRequest(store, input.door, { coalitionId: coalition.id, phone })
  const now = await coalitionNow(store, coalition.id)
  if (await isFull(store, coalition.id, now)) throw new SignInDelayedError({ waitSeconds: FULL_WAIT_SECONDS })
  const language = input.language ?? (coalition.locales[0] === 'en' ? 'en' : 'ru')
  input.later(sendCode(store, sender, { coalition, phone, language, now }))
}

/** Whether the coalition's customers were sent as many codes within the hour as there may be. */
async function isFull({ prisma }: Store, coalitionId: string, now: Date): Promise<boolean> {
  const expiresAt = { gt: new Date(now.getTime() + CONFIRMATION_TTL_MS - HOUR_MS) }
  const sent = await prisma.confirmation.count({
    where: { coalitionId, purpose: 'SIGN_IN', failedAt: null, expiresAt },
    take: MOST_CODES_AN_HOUR,
  })
  return sent >= MOST_CODES_AN_HOUR
}

interface Asked {
  readonly coalition: Pick<Coalition, 'id' | 'name'>
  readonly phone: string
  readonly language: 'en' | 'ru'
  readonly now: Date
}

async function sendCode(store: Store, sender: MessageSender, asked: Asked): Promise<void> {
  const { coalition, phone, language, now } = asked
  const { prisma } = store
  const coalitionId = coalition.id
  const [code, id] = [newCode(), newId()]
  // Slow on purpose, and made for phones that nobody has too: a crowd of requests tells no more than one.
  const codeHash = new Uint8Array(await hashCode(code, id))
  const customer = await customerOfPhone(prisma, { coalitionId, phone })
  const way = customer && findWay(customer, sender.channels)
  if (!customer || !way) return
  const kept = { id, codeHash, channel: way.channel, now }
  if (!(await keepCode(store, customer, kept))) return
  const text = signInMessage({ code, place: coalition.name, minutes: CONFIRMATION_TTL_MS / 60_000 }, language)
  const subject = way.channel === 'EMAIL' ? signInSubject(coalition.name, language) : null
  const where = { coalitionId_id: { coalitionId, id } }
  try {
    await sender.send({ ...way, locale: language, subject, text })
  } catch (error) {
    // What may have arrived counts, and whoever has the code may use it.
    if (!(error instanceof MessageNotSentError && error.mayHaveArrived)) {
      await prisma.confirmation.update({ where, data: { failedAt: now } })
      throw error
    }
  }
  await prisma.confirmation.update({ where, data: { sentAt: now } })
}

/** Keeps the hash of a code that is about to be sent; false where the customer may be sent none now. One after another. */
async function keepCode(
  { prisma }: Store,
  { coalitionId, id: customerId }: Customer,
  {
    id,
    codeHash,
    channel,
    now,
  }: { id: string; codeHash: Uint8Array<ArrayBuffer>; channel: string; now: Date },
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    await lockCustomers(transaction, coalitionId, [customerId, customerId])
    const recent = await transaction.confirmation.findMany({
      where: {
        ...{ coalitionId, customerId, purpose: 'SIGN_IN', failedAt: null },
        createdAt: { gt: new Date(now.getTime() - LOOK_BACK_MS) },
      },
    })
    const sent = recent.map(({ createdAt: at }) => ({ at, isSameAct: true, isSameMember: false }))
    if (nextCodeAt(sent, now) !== null) return false
    await transaction.confirmation.create({
      data: {
        ...{ coalitionId, id, customerId, purpose: 'SIGN_IN', channel, codeHash },
        ...{ createdAt: now, expiresAt: new Date(now.getTime() + CONFIRMATION_TTL_MS) },
        // Nobody repeats the request by a key: each is one of its own.
        ...{ keyScopeId: customerId, key: id, requestHash: '' },
      },
    })
    return true
  })
}
