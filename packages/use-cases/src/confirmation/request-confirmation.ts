import {
  ConfirmationNotSentError,
  ConfirmationTooSoonError,
  ConfirmationUnavailableError,
  CustomerClosedError,
  IdempotencyKeyMismatchError,
  InvalidInputError,
  NoConfirmationChannelError,
  NotFoundError,
  type Points,
} from '@artel/ledger'
import { coalitionNow, lockCustomers, newId, type Store } from '@artel/store'
import type { Confirmation, Customer } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { maskedEmail, maskedPhone } from '../input/masked-contact.ts'
import { checkIdempotencyKey } from '../input/text.ts'
import { type MessageChannel, MessageNotSentError } from '../messages/message-sender.ts'
import { requestHash } from '../posting/request-hash.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { type ConfirmationPurpose, type ConfirmedAct, isLike } from './act.ts'
import { askedAct } from './asked-act.ts'
import { hashCode, newCode } from './code.ts'
import { codeMessage, codeSubject, type MessageLocale } from './message-text.ts'
import { LOOK_BACK_MS, nextCodeAt } from './resend-bound.ts'

/** How long a code works, by the coalition's clock. Milliseconds. */
export const CONFIRMATION_TTL_MS = 600_000
const MINUTE_MS = 60_000

export interface RequestConfirmationInput {
  readonly purpose: ConfirmationPurpose
  /** Whose code it is; a customer's token may leave itself out. */
  readonly customer?: CustomerBy | null
  /** Whom the customer joins or gives to; of HOUSEHOLD_JOIN and POINTS_TRANSFER alone. */
  readonly other?: CustomerBy | null
  /** Most points that the code is good for, 1 or more; of POINTS_TRANSFER and SPEND alone. */
  readonly points?: Points | null
  /** The language of the message; the coalition's first one when left out. */
  readonly locale?: MessageLocale | null
  readonly idempotencyKey: string
}

export interface RequestedConfirmation {
  /** To be given back with the code. Raw UUID. */
  readonly id: string
  /** Whose code it is. */
  readonly customer: { readonly coalitionId: string; readonly id: string }
  readonly channel: MessageChannel
  /** Where the code went, masked. */
  readonly maskedAddress: string
  readonly expiresAt: Date
  readonly replayed: boolean
}

/**
 * Sends a customer a code that confirms one act: joining a household, giving points, or spending them at the member. By SMS
 * where the customer has a phone and the deployment sends SMS, else by e-mail. A customer is sent one code a minute for one
 * act, three an hour and six a day at one member's asking, five and ten in all; a retry under the same key sends nothing
 * again, unless nothing was sent.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError, FreezeNeedsAdministratorError, ConfirmationUnavailableError,
 * NoConfirmationChannelError, ConfirmationTooSoonError, ConfirmationNotSentError, IdempotencyKeyMismatchError.
 */
export async function requestConfirmation(
  context: Context,
  input: RequestConfirmationInput,
): Promise<RequestedConfirmation> {
  const { act, keyScopeId } = await askedAct(context, input)
  const { store, sender } = context
  const { coalitionId } = act
  const key = checkIdempotencyKey(input.idempotencyKey)
  if (!sender) throw new ConfirmationUnavailableError({}, { path: [] })
  const customer = await addressee(store, act)
  const way = findWay(customer, sender.channels)
  if (!way) throw new NoConfirmationChannelError()
  const { channel, address } = way
  const now = await coalitionNow(store, coalitionId)
  const request = { keyScopeId, key, requestHash: requestHash({ ...input, idempotencyKey: null }) }
  const code = newCode()
  const kept = await keepCode(store, { act, request, channel, code, now })
  const answer = {
    id: kept.confirmation.id,
    customer: { coalitionId, id: customer.id },
    channel: kept.confirmation.channel as MessageChannel,
    maskedAddress: masked(customer, kept.confirmation.channel as MessageChannel),
    expiresAt: kept.confirmation.expiresAt,
    replayed: !kept.isNew,
  }
  if (!kept.isNew) return answer
  const { place, locale } = await wording(store, act, input.locale)
  const text = codeMessage(act, { code, place, minutes: CONFIRMATION_TTL_MS / MINUTE_MS }, locale)
  const subject = channel === 'EMAIL' ? codeSubject(place, locale) : null
  const name = { coalitionId_id: { coalitionId, id: kept.confirmation.id } }
  try {
    await sender.send({ channel, address, locale, subject, text })
  } catch (error) {
    // What may have arrived was sent as far as anybody knows: it counts, and whoever has the code may use it.
    if (!(error instanceof MessageNotSentError && error.mayHaveArrived)) {
      // What was not sent counts against nobody, and the same key may try again.
      await store.prisma.confirmation.update({ where: name, data: { failedAt: now } })
      if (error instanceof MessageNotSentError) throw new ConfirmationNotSentError()
      throw error
    }
  }
  await store.prisma.confirmation.update({ where: name, data: { sentAt: now } })
  return answer
}

/** The customer, once it is there and has an account. The other one of the act has to be there too. */
async function addressee(store: Store, act: ConfirmedAct): Promise<Customer> {
  const { coalitionId, customerId, otherCustomerId } = act
  if (customerId === otherCustomerId)
    throw new InvalidInputError({ path: ['other'], problem: 'Must be another customer.' })
  const ids = otherCustomerId === null ? [customerId] : [customerId, otherCustomerId]
  const rows = await store.prisma.customer.findMany({ where: { coalitionId, id: { in: ids } } })
  const customer = rows.find(({ id }) => id === customerId)
  if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (rows.length < ids.length) throw new NotFoundError({ what: 'customer' }, { path: ['other'] })
  for (const { status, mergedIntoId } of rows)
    if (status === 'CLOSED') throw new CustomerClosedError({ mergedIntoId })
  return customer
}

/** How a customer is written to; undefined for one who has neither of what the deployment sends to. */
export function findWay(
  { phone, email }: Pick<Customer, 'phone' | 'email'>,
  channels: readonly MessageChannel[],
): { readonly channel: MessageChannel; readonly address: string } | undefined {
  if (phone !== null && channels.includes('SMS')) return { channel: 'SMS', address: phone }
  if (email !== null && channels.includes('EMAIL')) return { channel: 'EMAIL', address: email }
  return undefined
}

const masked = ({ phone, email }: Customer, channel: MessageChannel): string =>
  (channel === 'SMS' ? maskedPhone(phone) : maskedEmail(email)) ?? '***'

/**
 * Keeps the hash of a code that is about to be sent, once a key. Codes to one customer are counted one after another, those
 * under way too, so that no crowd of requests sends more. `isNew` is false for a retry of what was sent.
 */
async function keepCode(
  store: Store,
  wish: {
    readonly act: ConfirmedAct
    readonly request: { readonly keyScopeId: string; readonly key: string; readonly requestHash: string }
    readonly channel: MessageChannel
    readonly code: string
    readonly now: Date
  },
): Promise<{ readonly confirmation: Confirmation; readonly isNew: boolean }> {
  const { act, request, channel, now } = wish
  const { coalitionId, customerId, purpose, memberId, otherCustomerId } = act
  const { requestHash: hash, ...name } = request
  const nameOf = { coalitionId_keyScopeId_key: { coalitionId, ...name } }
  const draft = await store.prisma.confirmation.findUnique({ where: nameOf })
  const id = draft?.id ?? newId()
  // Slow on purpose, so before the customer is locked.
  const codeHash = new Uint8Array(await hashCode(wish.code, id))
  const issued = {
    channel,
    codeHash,
    createdAt: now,
    expiresAt: new Date(now.getTime() + CONFIRMATION_TTL_MS),
  }
  return store.prisma.$transaction(async (transaction) => {
    await lockCustomers(transaction, coalitionId, [customerId, customerId])
    const before = await transaction.confirmation.findUnique({ where: nameOf })
    if (before && before.requestHash !== hash) throw new IdempotencyKeyMismatchError()
    if (before?.sentAt) return { confirmation: before, isNew: false }
    const recent = await transaction.confirmation.findMany({
      where: {
        coalitionId,
        customerId,
        failedAt: null,
        // Anybody may ask for codes to sign in: they take none of what the customer needs to say yes.
        purpose: { not: 'SIGN_IN' },
        createdAt: { gt: new Date(now.getTime() - LOOK_BACK_MS) },
      },
    })
    const sent = recent.map((code) => ({
      at: code.createdAt,
      isSameAct: isLike(code, act),
      isSameMember: code.memberId === memberId,
    }))
    const retryAt = nextCodeAt(sent, now)
    if (retryAt) throw new ConfirmationTooSoonError({ retryAt })
    // A twin of this request that came first has made the row, and made it a moment ago: that was too soon above.
    if (before)
      return {
        confirmation: await transaction.confirmation.update({
          where: { coalitionId_id: { coalitionId, id: before.id } },
          data: { ...issued, failedAt: null },
        }),
        isNew: true,
      }
    const { points: maxPoints } = act
    return {
      confirmation: await transaction.confirmation.create({
        data: {
          coalitionId,
          id,
          customerId,
          purpose,
          memberId,
          otherCustomerId,
          maxPoints,
          ...request,
          ...issued,
        },
      }),
      isNew: true,
    }
  })
}

/** The name that the customer knows, and a language that the coalition speaks. */
async function wording(
  store: Store,
  { coalitionId, memberId }: ConfirmedAct,
  wanted: MessageLocale | null | undefined,
): Promise<{ readonly place: string; readonly locale: MessageLocale }> {
  const { coalition } = await loadAgreement(store, coalitionId)
  const locale = wanted ?? (coalition.locales[0] === 'en' ? 'en' : 'ru')
  if (memberId === null) return { place: coalition.name, locale }
  const { member } = await loadParticipation(store, { coalitionId, memberId })
  return { place: member.name, locale }
}
