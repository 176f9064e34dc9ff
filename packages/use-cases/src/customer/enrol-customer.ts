import { AlreadyExistsError } from '@artel/ledger'
import { coalitionNow, newId, openAccount, type Store } from '@artel/store'
import type { Card, Customer } from '@artel/store/prisma'
import { requireMemberKey } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { checkEmail, checkPhone } from '../input/contact.ts'
import { checkRef, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { outboxRow } from '../posting/outbox.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { loadParticipation } from '../terms/agreement.ts'
import { makeCardNumber } from './card-number.ts'
import { searchWordsOf } from './search-words.ts'

export interface EnrolCustomerInput {
  readonly name: string
  /** Any common notation; stored as E.164. */
  readonly phone?: string | null
  readonly email?: string | null
  /** The calling member's own id of the customer. */
  readonly reference?: string | null
  /** Version of the consent text that the customer agreed to. */
  readonly consentVersion: string
}

export interface EnrolledCustomer {
  readonly customer: Customer
  readonly card: Card
}

/**
 * Enrols a customer at the calling member, with an empty account and a card.
 * Throws InvalidInputError, MemberNotActiveError, and AlreadyExistsError when the phone, the e-mail or the member's
 * reference is taken: use the existing customer then. That a phone or an e-mail is taken tells whose it is, as a look-up does:
 * it is counted as one.
 */
export async function enrolCustomer(context: Context, input: EnrolCustomerInput): Promise<EnrolledCustomer> {
  const principal = requireMemberKey(context.principal, 'customers:write')
  const { coalitionId, memberId } = principal
  const { store, lookUps } = context
  const person = checkedPerson(input)
  if (person.phone !== null || person.email !== null) await lookUps?.admit()
  const reference = hasText(input.reference) ? checkRef(['reference'], input.reference) : null
  const [{ member }, now] = await Promise.all([
    loadParticipation(store, { coalitionId, memberId }),
    coalitionNow(store, coalitionId),
  ])
  refuseStatus('enrolCustomer', member.status as MemberStatus)
  const id = newId()
  const { prisma } = store
  try {
    const [customer, , , card] = await prisma.$transaction([
      prisma.customer.create({
        data: {
          coalitionId,
          id,
          ...person,
          status: 'ACTIVE',
          enrolledById: memberId,
          consentAt: now,
          createdAt: now,
        },
      }),
      prisma.customerWord.createMany({
        data: searchWordsOf(person).map((word) => ({ coalitionId, customerId: id, ...word })),
      }),
      openAccount(prisma, { coalitionId, customerId: id }),
      prisma.card.create({
        data: { coalitionId, number: makeCardNumber(), customerId: id, status: 'ACTIVE', issuedAt: now },
      }),
      prisma.outbox.create({
        data: outboxRow(coalitionId, now, {
          kind: 'customer.enrolled',
          subjectId: id,
          payload: { customerId: id, memberId },
        }),
      }),
      ...(reference === null
        ? []
        : [prisma.customerReference.create({ data: { coalitionId, memberId, reference, customerId: id } })]),
    ])
    return { customer, card }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const taken = await findTaken(store, { coalitionId, memberId, ...person, reference })
    if (!taken) throw error
    if (taken.field !== 'reference') lookUps?.countGuess()
    const existingId = principal.scopes.has('customers:read') ? taken.customerId : null
    throw new AlreadyExistsError({ what: 'customer', existingId }, { path: [taken.field] })
  }
}

const MAX_CONSENT_LENGTH = 100

function checkedPerson(input: EnrolCustomerInput) {
  return {
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    phone: hasText(input.phone) ? checkPhone(['phone'], input.phone) : null,
    email: hasText(input.email) ? checkEmail(['email'], input.email) : null,
    consentVersion: checkText(['consentVersion'], input.consentVersion, MAX_CONSENT_LENGTH),
  }
}

const hasText = (value: string | null | undefined): value is string => value !== null && value !== undefined

/** Which unique value of a refused enrolment is whose. */
async function findTaken(
  store: Store,
  asked: {
    readonly coalitionId: string
    readonly memberId: string
    readonly phone: string | null
    readonly email: string | null
    readonly reference: string | null
  },
): Promise<{ field: 'phone' | 'email' | 'reference'; customerId: string } | undefined> {
  const { coalitionId, memberId, phone, email, reference } = asked
  const [byPhone, byEmail, byReference] = await Promise.all([
    phone === null
      ? null
      : store.prisma.customer.findUnique({ where: { coalitionId_phone: { coalitionId, phone } } }),
    email === null
      ? null
      : store.prisma.customer.findUnique({ where: { coalitionId_email: { coalitionId, email } } }),
    reference === null
      ? null
      : store.prisma.customerReference.findUnique({
          where: { coalitionId_memberId_reference: { coalitionId, memberId, reference } },
        }),
  ])
  if (byPhone) return { field: 'phone', customerId: byPhone.mergedIntoId ?? byPhone.id }
  if (byEmail) return { field: 'email', customerId: byEmail.mergedIntoId ?? byEmail.id }
  return byReference ? { field: 'reference', customerId: byReference.customerId } : undefined
}
