import { hash } from 'node:crypto'
import { coalitionNow, type Store, seeDevice } from '@artel/store'
import type { Coalition } from '@artel/store/prisma'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { type Message, MessageNotSentError } from '../messages/message-sender.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { deviceMessage, deviceSubject } from './device-message.ts'

/** What is known of the device that a customer's token comes from. */
export interface NoticedDevice {
  /** Null for a page that says of no device: leaving a header out makes nobody known, however often it is done. */
  readonly firstSeenAt: Date | null
}

/**
 * Notices the device that a customer's token comes from, and tells the customer of one that was not seen before, once an hour at
 * most. Pages that say of none are noticed to tell the customer, once a member, and stay new. Null where the coalition lets no device
 * wait, and for anybody but a customer. That the customer could not be told hinders nothing: the device waits all the same.
 */
export async function noticeDevice(context: Context): Promise<NoticedDevice | null> {
  const { store, principal } = context
  if (principal.kind !== 'customer') return null
  const { coalitionId, customerId, memberId } = principal
  const { coalition } = await loadAgreement(store, coalitionId)
  if (coalition.newDeviceHours === 0) return null
  const now = await coalitionNow(store, coalitionId)
  const deviceHash = deviceHashOf(principal)
  const known = await seeDevice(store.prisma, { coalitionId, customerId, memberId, deviceHash, now })
  if (known.isToBeTold) await tell(context, principal, coalition)
  return { firstSeenAt: principal.deviceId == null ? null : known.firstSeenAt }
}

/** Of the coalition and the customer too: the same browser cannot be found again under another customer. */
const deviceHashOf = ({ coalitionId, customerId, memberId, deviceId }: CustomerPrincipal): string =>
  hash('sha256', [coalitionId, customerId, deviceId ?? `none at ${memberId}`].join('|'), 'hex')

async function tell(
  { store, sender }: Context,
  { coalitionId, customerId, memberId }: CustomerPrincipal,
  { locales, newDeviceHours: hours }: Coalition,
): Promise<void> {
  if (!sender) return
  const way = await wayTo(store, { coalitionId, customerId }, sender.channels)
  if (!way) return
  const locale = locales[0] === 'en' ? 'en' : 'ru'
  const { member } = await loadParticipation(store, { coalitionId, memberId })
  const text = deviceMessage({ place: member.name, hours }, locale)
  const subject = way.channel === 'EMAIL' ? deviceSubject(member.name, locale) : null
  await sender.send({ ...way, locale, subject, text }).catch((error: unknown) => {
    if (!(error instanceof MessageNotSentError)) throw error
  })
}

async function wayTo(
  { prisma }: Store,
  { coalitionId, customerId: id }: { readonly coalitionId: string; readonly customerId: string },
  channels: readonly Message['channel'][],
): Promise<Pick<Message, 'channel' | 'address'> | undefined> {
  const customer = await prisma.customer.findUnique({ where: { coalitionId_id: { coalitionId, id } } })
  if (customer?.phone && channels.includes('SMS')) return { channel: 'SMS', address: customer.phone }
  if (customer?.email && channels.includes('EMAIL')) return { channel: 'EMAIL', address: customer.email }
  return undefined
}
