import { type ClaimedTelling, claimDeviceToTell, coalitionNow, deviceTold, type Store } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { type Message, MessageNotSentError } from '../messages/message-sender.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { deviceMessage, deviceSubject } from './device-message.ts'

/**
 * Tells a customer of the new devices that it was not told of yet, whichever request noticed them. What fails, or is cut off by a crash,
 * is told again ten minutes later, at the customer's next look. Throws MessageNotSentError, which names no address.
 */
export async function tellOfDevice(
  { store, sender }: Context,
  { coalitionId, customerId, memberId }: CustomerPrincipal,
  { name, locales, newDeviceHours: hours }: Coalition,
): Promise<void> {
  if (!sender) return
  const of = { coalitionId, customerId }
  const claimed = await claimDeviceToTell(store.prisma, {
    ...of,
    now: await coalitionNow(store, coalitionId),
  })
  if (!claimed) return
  const way = await wayTo(store, claimed, sender.channels)
  if (!way) return
  const locale = locales[0] === 'en' ? 'en' : 'ru'
  const place =
    memberId === null ? name : (await loadParticipation(store, { coalitionId, memberId })).member.name
  const text = deviceMessage({ place, hours }, locale)
  const subject = way.channel === 'EMAIL' ? deviceSubject(place, locale) : null
  await sender.send({ ...way, locale, subject, text }).catch((error: unknown) => {
    if (!(error instanceof MessageNotSentError && error.mayHaveArrived)) throw error
  })
  await deviceTold(store.prisma, claimed)
}

async function wayTo(
  { prisma }: Store,
  { coalitionId, customerId: id }: ClaimedTelling,
  channels: readonly Message['channel'][],
): Promise<Pick<Message, 'channel' | 'address'> | undefined> {
  const customer = await prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (customer?.phone && channels.includes('SMS')) return { channel: 'SMS', address: customer.phone }
  if (customer?.email && channels.includes('EMAIL')) return { channel: 'EMAIL', address: customer.email }
  return undefined
}
