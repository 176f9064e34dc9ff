import { NotFoundError } from '@artel/ledger'
import { lockCustomers, type Store } from '@artel/store'
import type { Consent } from '@artel/store/prisma'
import { refuseClosedCustomer } from '../customer/refuse-closed-customer.ts'
import { outboxRow } from '../posting/outbox.ts'
import { consentsInForce } from './consent-in-force.ts'

/**
 * Adds a row about a consent, unless what is in force or was said at that instant says the same, and tells of it where it is
 * what counts from now on. One after another for each customer, so
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
    const before = await consentsInForce(store, { coalitionId, customerId }, transaction)
    const standing = before.find((one) => one.purpose === purpose)
    if (standing && saysTheSame(standing, row)) return { consent: standing, customerId }
    const saidThen = await transaction.consent.findMany({
      where: { coalitionId, customerId, purpose, happenedAt: row.happenedAt },
    })
    const known = saidThen.find((one) => saysTheSame(one, row))
    if (known) return { consent: known, customerId }
    const consent = await transaction.consent.create({ data: row })
    // What was said before what counts is kept, and told to nobody: it changes nothing.
    if (standing && standing.happenedAt > row.happenedAt) return { consent, customerId }
    const said = { customerId, purpose, happenedAt: row.happenedAt.toISOString() }
    const payload = memberId === null ? said : { ...said, memberId }
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
