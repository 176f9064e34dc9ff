import { coalitionNow } from '@artel/store'
import type { Consent } from '@artel/store/prisma'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { givenConsents } from '../customer/given-consents.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import type { ConsentInput } from '../input/consent.ts'
import { recordingBy } from './recorder.ts'
import { writeConsent } from './write-consent.ts'

export interface RecordConsentInput {
  readonly customer: CustomerBy
  readonly consent: ConsentInput
}

export interface RecordedConsent {
  /** The row that says it: a new one, or the one that said the same before. */
  readonly consent: Consent
  readonly customerId: string
}

/**
 * Writes down that a customer agreed to a text. The same again, of the same version, writes nothing.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function recordConsent(context: Context, input: RecordConsentInput): Promise<RecordedConsent> {
  const { recorder, reach } = recordingBy(context.principal, 'recordConsent')
  const { store } = context
  const customerId = await customerIdOf(context, reach, input.customer)
  const now = await coalitionNow(store, recorder.coalitionId)
  const [row] = await givenConsents(store, recorder, {
    consents: [input.consent],
    now,
    pathOf: () => ['consent'],
  })
  if (!row) throw new Error('One consent was checked and none came back')
  return writeConsent(store, { ...row, customerId })
}
