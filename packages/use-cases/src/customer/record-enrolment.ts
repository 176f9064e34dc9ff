import {
  addEnrolmentOccasion,
  bindingDigest,
  type NewBinding,
  newId,
  openAccount,
  referralDigest,
  type Store,
} from '@artel/store'
import type { Card, Customer, Prisma } from '@artel/store/prisma'
import { outboxRow } from '../posting/outbox.ts'
import { makeCardNumber } from './card-number.ts'
import { searchWordsOf } from './search-words.ts'

/** A customer that was checked, and all that is written down with it. */
interface Enrolment {
  readonly customer: {
    readonly coalitionId: string
    readonly id: string
    readonly name: string
    readonly phone: string | null
    readonly email: string | null
    readonly birthDate: Date | null
    readonly consentVersion: string
    /** The member that enrols. */
    readonly enrolledById: string
  }
  /** The member's own id of the customer; null: none. */
  readonly reference: string | null
  readonly consents: readonly Omit<Prisma.ConsentCreateManyInput, 'customerId'>[]
  /** To whom brought the customer; undefined for nobody. */
  readonly binding: NewBinding | undefined
  /** The customer who recommended the programme; undefined for nobody. */
  readonly referrerId: string | undefined
  readonly now: Date
  /** The local day of `now`, an ISO date. */
  readonly today: string
}

/** Writes a new customer down, with its account and card, all or nothing. Fails as the database does for a value that is taken. */
export async function recordEnrolment(
  { prisma }: Store,
  enrolment: Enrolment,
): Promise<{ readonly customer: Customer; readonly card: Card }> {
  const { consents, binding, reference, now } = enrolment
  const { coalitionId, id: customerId, enrolledById: memberId } = enrolment.customer
  const [customer, , card] = await prisma.$transaction([
    prisma.customer.create({
      data: { ...enrolment.customer, status: 'ACTIVE', consentAt: now, createdAt: now },
    }),
    openAccount(prisma, { coalitionId, customerId }),
    prisma.card.create({
      data: { coalitionId, number: makeCardNumber(), customerId, status: 'ACTIVE', issuedAt: now },
    }),
    prisma.customerWord.createMany({
      data: searchWordsOf(enrolment.customer).map((word) => ({ coalitionId, customerId, ...word })),
    }),
    prisma.consent.createMany({ data: consents.map((consent) => ({ ...consent, customerId })) }),
    prisma.outbox.create({
      data: outboxRow(coalitionId, now, {
        kind: 'customer.enrolled',
        subjectId: customerId,
        payload: { customerId, memberId },
      }),
    }),
    // Rules are asked about it by the worker: an enrolment waits for nobody who pays.
    addEnrolmentOccasion(prisma, occasionOf(enrolment)),
    ...(binding
      ? [
          prisma.binding.create({
            data: { coalitionId, ...binding, digest: bindingDigest(coalitionId, binding) },
          }),
        ]
      : []),
    ...(enrolment.referrerId === undefined
      ? []
      : [prisma.referral.create({ data: referralOf(enrolment, enrolment.referrerId) })]),
    ...(reference === null
      ? []
      : [prisma.customerReference.create({ data: { coalitionId, memberId, reference, customerId } })]),
  ])
  return { customer, card }
}

/** By whom the customer was brought. */
function referralOf({ customer, now }: Enrolment, referrerId: string) {
  const { coalitionId, id: friendId, enrolledById: memberId } = customer
  const referral = { friendId, referrerId, memberId, via: 'ENROL', boundAt: now } as const
  return { coalitionId, ...referral, digest: referralDigest(coalitionId, referral) }
}

/** The enrolment as rules are asked about it. */
const occasionOf = ({ customer, now, today }: Enrolment) => ({
  ...{ coalitionId: customer.coalitionId, customerId: customer.id, memberId: customer.enrolledById },
  ...{ id: newId(), day: today, at: now },
})
