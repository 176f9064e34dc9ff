import { AlreadyExistsError, InvalidInputError, NotFoundError } from '@artel/ledger'
import { localDateOf } from '@artel/rules'
import { coalitionNow, type LinkRow, type NewBinding, newId, type Store } from '@artel/store'
import type { Card, Customer } from '@artel/store/prisma'
import { requireMemberKey } from '../access/authorise.ts'
import type { MemberStatus } from '../access/member-status.ts'
import type { Context, MemberPrincipal } from '../access/principal.ts'
import { refuseStatus } from '../access/verb-statuses.ts'
import { bindingBy, isOwnLink } from '../binding/binding-by.ts'
import { type CameBy, linkCameBy } from '../binding/link-came-by.ts'
import { referrerNamed } from '../binding/referrer-named.ts'
import { checkBirthDate } from '../input/birth-date.ts'
import { type ConsentInput, checkConsentVersion } from '../input/consent.ts'
import { checkEmail, checkPhone } from '../input/contact.ts'
import { checkRef, checkText, MAX_NAME_LENGTH } from '../input/text.ts'
import { isUniqueViolation } from '../posting/transaction-failure.ts'
import { loadAgreement, loadParticipation } from '../terms/agreement.ts'
import { givenConsents } from './given-consents.ts'
import { recordEnrolment } from './record-enrolment.ts'

export interface EnrolCustomerInput {
  readonly name: string
  /** Any common notation; stored as E.164. */
  readonly phone?: string | null
  readonly email?: string | null
  /** ISO date, from 1900 to today. */
  readonly birthDate?: string | null
  /** The calling member's own id of the customer. */
  readonly reference?: string | null
  /** Version of the text about personal data that the customer agreed to, by the member's word. */
  readonly consentVersion: string
  /** What else the customer agreed to, or the same with its proof: one a purpose, of texts that the coalition published. */
  readonly consents?: readonly ConsentInput[] | null
  /** The code or the click of the link that brought the customer. A click that leads nowhere here refuses nothing. */
  readonly cameBy?: CameBy | null
  /** The code of the customer who recommended the programme, however it is typed. */
  readonly referralCode?: string | null
}

export interface EnrolledCustomer {
  readonly customer: Customer
  readonly card: Card
}

/**
 * Enrols a customer at the calling member, with an empty account and a card.
 * Throws InvalidInputError, MemberNotActiveError, NotFoundError for a code that no running link to the member has, or that no customer has, and AlreadyExistsError when the phone, the e-mail or the member's
 * reference is taken: use the existing customer then. That a phone or an e-mail is taken tells whose it is, as a look-up does:
 * it is counted as one.
 */
export async function enrolCustomer(context: Context, input: EnrolCustomerInput): Promise<EnrolledCustomer> {
  const principal = requireMemberKey(context.principal, 'customers:write')
  const { coalitionId, memberId } = principal
  const { store, lookUps } = context
  const person = checkedPerson(input)
  const isGuessable = person.phone !== null || person.email !== null
  if (isGuessable) await lookUps?.admit()
  const reference = hasText(input.reference) ? checkRef(['reference'], input.reference) : null
  const [{ member }, { coalition }, now, link, referrer] = await Promise.all([
    loadParticipation(store, { coalitionId, memberId }),
    loadAgreement(store, coalitionId),
    coalitionNow(store, coalitionId),
    input.cameBy ? linkOf(store, { coalitionId, memberId }, input.cameBy) : undefined,
    hasText(input.referralCode)
      ? referrerNamed(store.pool, { coalitionId, typed: input.referralCode, path: ['referralCode'] })
      : undefined,
  ])
  refuseStatus('enrolCustomer', member.status as MemberStatus)
  const today = localDateOf(now, coalition.timeZone)
  const birthDate = checkBirthDate(['birthDate'], input.birthDate, today)
  const consents = await consentsOf(store, principal, { input, now })
  const id = newId()
  const binding =
    link && (await newBinding(store, { coalitionId, customerId: id, email: person.email, link, now }))
  try {
    const enrolled = await recordEnrolment(store, {
      customer: { coalitionId, id, ...person, birthDate, enrolledById: memberId },
      ...{ reference, consents, binding, now, today, referrerId: referrer?.customerId },
    })
    if (isGuessable) lookUps?.noGuess?.()
    return enrolled
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const taken = await findTaken(store, { coalitionId, memberId, ...person, reference })
    if (!taken) throw error
    if (taken.field !== 'reference') lookUps?.countGuess()
    else if (isGuessable) lookUps?.noGuess?.()
    const existingId = principal.scopes.has('customers:read') ? taken.customerId : null
    throw new AlreadyExistsError({ what: 'customer', existingId }, { path: [taken.field] })
  }
}

/** The link that the customer came by, its field named from the input's root. Throws InvalidInputError, NotFoundError. */
async function linkOf(
  store: Store,
  at: { readonly coalitionId: string; readonly memberId: string },
  cameBy: CameBy,
): Promise<LinkRow | undefined> {
  try {
    return await linkCameBy(store, at, cameBy)
  } catch (error) {
    if (error instanceof InvalidInputError)
      throw new InvalidInputError({ path: ['cameBy', ...error.path], problem: error.problem })
    if (error instanceof NotFoundError)
      throw new NotFoundError({ what: error.what }, { path: ['cameBy', ...error.path] })
    throw error
  }
}

/** The binding of a new customer; none where it would be brought by itself. */
async function newBinding(
  store: Store,
  asked: Parameters<typeof isOwnLink>[1] & { readonly now: Date },
): Promise<NewBinding | undefined> {
  const { coalitionId, customerId, link, now } = asked
  if (await isOwnLink(store.pool, asked)) return undefined
  const { coalition } = await loadAgreement(store, coalitionId)
  return bindingBy(link, { coalition, customerId, via: 'ENROL', now })
}

/** What the customer agreed to. Of personal data, where nothing more is said, the version that the member tells. */
async function consentsOf(
  store: Store,
  { coalitionId, memberId, ...actor }: MemberPrincipal,
  { input, now }: { readonly input: EnrolCustomerInput; readonly now: Date },
) {
  const recordedById = actor.personId ?? actor.keyId
  const recorder = { coalitionId, memberId, recordedBy: 'MEMBER' as const, recordedById }
  const pathOf = (index: number) => ['consents', String(index)]
  const named = await givenConsents(store, recorder, { consents: input.consents ?? [], now, pathOf })
  if (named.some(({ purpose }) => purpose === 'PERSONAL_DATA')) return named
  const [purpose, version] = [
    'PERSONAL_DATA',
    checkConsentVersion(['consentVersion'], input.consentVersion),
  ] as const
  const text = await store.prisma.consentText.findUnique({
    where: { coalitionId_purpose_version: { coalitionId, purpose, version } },
  })
  const told = { given: true, textVersion: version, textHash: text?.hash ?? null, proof: null }
  const at = { source: 'MEMBER_SYSTEM' as const, happenedAt: now, recordedAt: now }
  return [...named, { ...recorder, id: newId(), purpose, ...told, ...at }]
}

function checkedPerson(input: EnrolCustomerInput) {
  return {
    name: checkText(['name'], input.name, MAX_NAME_LENGTH),
    phone: hasText(input.phone) ? checkPhone(['phone'], input.phone) : null,
    email: hasText(input.email) ? checkEmail(['email'], input.email) : null,
    consentVersion: checkConsentVersion(['consentVersion'], input.consentVersion),
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
