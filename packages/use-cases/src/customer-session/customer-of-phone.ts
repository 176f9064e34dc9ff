import { newId } from '@artel/store'
import type { Customer, Prisma } from '@artel/store/prisma'
import { needsAdministrator } from '../customer/freeze-needs-administrator.ts'

/** After every freeze that there is. */
const NEVER = new Date(8_640_000_000_000)

/** Whether a code to the phone proves nothing of a customer now: its freeze is one that no code lifts. The same work for everybody. */
export const isPhoneNoProof = (
  client: Pick<Prisma.TransactionClient, 'customerFreeze'>,
  coalitionId: string,
  customer: Pick<Customer, 'id' | 'frozenAt'> | null,
): Promise<boolean> =>
  needsAdministrator(client, {
    ...{ coalitionId, id: customer?.id ?? newId(), frozenAt: customer?.frozenAt ?? NEVER },
  })

/**
 * The customer who signs in by this phone; undefined where nobody does. Whoever said that the phone is gone is nobody until an
 * administrator lifts the freeze: whoever found the phone would get the codes.
 */
export async function customerOfPhone(
  client: Pick<Prisma.TransactionClient, 'customer' | 'customerFreeze'>,
  { coalitionId, phone }: { readonly coalitionId: string; readonly phone: string },
): Promise<Customer | undefined> {
  const customer = await client.customer.findUnique({ where: { coalitionId_phone: { coalitionId, phone } } })
  const isNoProof = await isPhoneNoProof(client, coalitionId, customer)
  return customer?.status === 'ACTIVE' && !isNoProof ? customer : undefined
}
