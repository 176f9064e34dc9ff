import { NotFoundError } from '@artel/ledger'
import { lockCustomers, type Store } from '@artel/store'
import type { Consent } from '@artel/store/prisma'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { outboxRow } from '../posting/outbox.ts'
import { consentsInForce } from './consent-in-force.ts'

/**
 * Adds a row about a consent and tells of it, unless what is in force says the same. One after another for each customer, so
 * that a retry that overtakes its first attempt adds nothing. Throws NotFoundError and CustomerClosedError.
 */
export async function writeConsent(
  store: Store,
  row: Consent,
): Promise<{ readonly consent: Consent; readonly customerId: string }> {
  const { coalitionId, customerId, purpose, given, memberId } = row
  return store.prisma.$transaction(async (transaction) => {
    await lockCustomers(transaction, coalitionId, [customerId, customerId])
    const customer = await transaction.customer.findUnique({
      where: { coalitionId_id: { coalitionId, id: customerId } },
    })
    if (!customer) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
    refuseClosedCustomer({ customerStatus: customer.status, mergedIntoId: customer.mergedIntoId })
    const standing = (await consentsInForce(store, { coalitionId, customerId }, transaction)).find(
      (one) => one.purpose === purpose,
    )
    if (standing && saysTheSame(standing, row)) return { consent: standing, customerId }
    const consent = await transaction.consent.create({ data: row })
    const payload = { customerId, purpose, ...(memberId === null ? {} : { memberId }) }
    const kind = given ? ('consent.given' as const) : ('consent.withdrawn' as const)
    await transaction.outbox.create({
      data: outboxRow(coalitionId, row.recordedAt, { kind, subjectId: customerId, payload }),
    })
    return { consent, customerId }
  })
}

/** Of a yes the version counts and whether its text is known; a no is a no. */
const saysTheSame = (one: Consent, other: Consent): boolean =>
  one.given === other.given &&
  (!other.given || (one.textVersion === other.textVersion && one.textHash === other.textHash))
