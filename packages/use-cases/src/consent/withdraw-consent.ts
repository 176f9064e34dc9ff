import { NotFoundError } from '@artel/ledger'
import { coalitionNow, newId } from '@artel/store'
import type { Context } from '../access/principal.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf } from '../customer/look-up-customer.ts'
import { CONSENT_PURPOSES, type ConsentInput, type ConsentPurpose, checkSaying } from '../input/consent.ts'
import { checkOneOf } from '../input/text.ts'
import type { RecordedConsent } from './record-consent.ts'
import { withdrawalBy } from './recorder.ts'
import { writeConsent } from './write-consent.ts'

export interface WithdrawConsentInput extends Pick<ConsentInput, 'source' | 'proof' | 'happenedAt'> {
  /** A customer's token may leave itself out. */
  readonly customer?: CustomerBy | null
  readonly purpose: ConsentPurpose
}

/**
 * Writes down that a customer takes a consent back, or that it never gave one. Twice writes nothing. Nothing else happens by
 * itself: whoever sends messages has to look at what is in force.
 * Throws InvalidInputError, NotFoundError, MemberNotActiveError, CustomerClosedError.
 */
export async function withdrawConsent(
  context: Context,
  input: WithdrawConsentInput,
): Promise<RecordedConsent> {
  const { recorder, reach, onlyCustomerId } = withdrawalBy(context.principal)
  const { store } = context
  const by = input.customer ?? (onlyCustomerId === null ? undefined : { id: onlyCustomerId })
  const customerId = by && (await customerIdOf(context, reach, by))
  if (customerId === undefined || (onlyCustomerId !== null && customerId !== onlyCustomerId))
    throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  const now = await coalitionNow(store, recorder.coalitionId)
  const purpose = checkOneOf(['purpose'], input.purpose, CONSENT_PURPOSES)
  const saying = { ...checkSaying([], input, now), recordedAt: now }
  const text = { given: false, textVersion: null, textHash: null }
  return writeConsent(store, { ...recorder, id: newId(), customerId, purpose, ...text, ...saying })
}
