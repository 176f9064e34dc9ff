import { hash } from 'node:crypto'
import { coalitionNow, seeDevice } from '@artel/store'
import type { Context, CustomerPrincipal } from '../access/principal.ts'
import { loadAgreement } from '../terms/agreement.ts'
import { tellOfDevice } from './tell-of-device.ts'

const HOUR_MS = 3_600_000

/** What is known of the device that a customer's token comes from. */
export interface NoticedDevice {
  /** Null for a page that says of no device: leaving a header out makes nobody known, however often it is done. */
  readonly firstSeenAt: Date | null
  /** Ends when the customer has been told of its new devices, if any. Never rejects: `Context.failed` hears of it. */
  readonly told: Promise<void>
}

/**
 * Notices the device that a customer's token comes from, and begins to tell the customer of one that was not seen before, once an hour
 * at most. Pages that say of none are noticed to tell the customer, once a member, and stay new. Null where the coalition lets no device
 * wait, and for anybody but a customer. That the customer could not be told hinders nothing: the device waits all the same.
 */
export async function noticeDevice(
  context: Context,
  { spends = false }: { readonly spends?: boolean } = {},
): Promise<NoticedDevice | null> {
  const { store, principal } = context
  if (principal.kind !== 'customer') return null
  const { coalitionId, customerId, memberId } = principal
  const { coalition } = await loadAgreement(store, coalitionId)
  if (coalition.newDeviceHours === 0) return null
  const now = await coalitionNow(store, coalitionId)
  const firstSeenAt = await seeDevice(store.prisma, {
    ...{ coalitionId, customerId, memberId, now, deviceHash: deviceHashOf(principal) },
    spendsIfSeenBy: spends ? new Date(now.getTime() - coalition.newDeviceHours * HOUR_MS) : undefined,
  })
  const told = tellOfDevice(context, principal, coalition).catch((error: unknown) =>
    context.failed?.(error, 'a customer was not told of a new device'),
  )
  return { firstSeenAt: principal.deviceId == null ? null : firstSeenAt, told }
}

/** Of the coalition and the customer too: the same browser cannot be found again under another customer. */
const deviceHashOf = ({ coalitionId, customerId, memberId, deviceId }: CustomerPrincipal): string =>
  hash('sha256', [coalitionId, customerId, deviceId ?? `none at ${memberId ?? coalitionId}`].join('|'), 'hex')
