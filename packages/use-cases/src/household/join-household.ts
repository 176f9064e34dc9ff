import { CustomerClosedError, InvalidInputError, NotFoundError, type Refusal } from '@artel/ledger'
import { coalitionNow, lockCustomers, newId, takeConfirmation } from '@artel/store'
import type { Customer, Prisma } from '@artel/store/prisma'
import { requireMemberOrAdmin, scopeOf } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import type { ConfirmedAct } from '../confirmation/act.ts'
import { examineCode, type GivenConfirmation, refusalWithoutCode, usedCode } from '../confirmation/consent.ts'
import type { CustomerBy } from '../customer/find-customer.ts'
import { customerIdOf, reachOf } from '../customer/look-up-customer.ts'
import { outboxRow } from '../posting/outbox.ts'

export interface JoinHouseholdInput {
  readonly customer: CustomerBy
  /** A customer of the household, or one who has none yet: then the two begin one. */
  readonly with: CustomerBy
  /** The code of who joins. */
  readonly confirmation?: GivenConfirmation | null
  /** The code of the other one. */
  readonly withConfirmation?: GivenConfirmation | null
}

/**
 * Puts a customer into another's household, out of any it was in before. It takes a code of each, whoever asks: from now on
 * either can be given the other's points. Doing it twice changes nothing, and the second time takes no code. The codes are
 * used in the transaction that joins, so they are used up exactly when it did.
 * Throws InvalidInputError, NotFoundError, CustomerClosedError, ConfirmationRequiredError, ConfirmationInvalidError,
 * ConfirmationExpiredError, ConfirmationUnavailableError.
 */
export async function joinHousehold(
  context: Context,
  input: JoinHouseholdInput,
): Promise<{ readonly customer: Customer }> {
  const principal = requireMemberOrAdmin(context.principal, {
    member: 'customers:write',
    admin: 'customers:write',
    verb: 'joinHousehold',
  })
  const { store } = context
  const { coalitionId } = principal
  const reach = reachOf(principal)
  const [customerId, withId] = await Promise.all([
    customerIdOf(context, reach, input.customer),
    customerIdOf(context, reach, input.with, 'with'),
  ])
  if (customerId === withId)
    throw new InvalidInputError({ path: ['with'], problem: 'Must be another customer.' })
  const pair = { coalitionId, customerId, withId }
  const before = await pairOf(store.prisma, pair)
  if (before.areTogether) return { customer: before.joining }
  const now = await coalitionNow(store, coalitionId)
  const acts: readonly Asked[] = [
    { ...reach, ids: [customerId, withId], given: input.confirmation, field: 'confirmation' },
    { ...reach, ids: [withId, customerId], given: input.withConfirmation, field: 'withConfirmation' },
  ]
  for (const asked of acts) await examine(context, asked, now)
  const use = { scopeId: scopeOf(principal), operation: 'householdJoin', key: `${customerId} ${withId}` }
  return store.prisma.$transaction(async (transaction) => {
    // Two joins of the same people come one after another.
    await lockCustomers(transaction, coalitionId, [customerId, withId])
    const { joining, host, areTogether } = await pairOf(transaction, pair)
    if (areTogether) return { customer: joining }
    for (const { given, field } of acts)
      if (
        !given ||
        !(await takeConfirmation(transaction, { coalitionId, id: given.id }, { use, usedAt: now }))
      )
        throw usedCode(field)
    return { customer: await join(transaction, { joining, host, now }) }
  })
}

/** Both customers as they are. Throws NotFoundError and CustomerClosedError. */
async function pairOf(
  client: Pick<Prisma.TransactionClient, 'customer'>,
  { coalitionId, customerId, withId }: Readonly<Record<'coalitionId' | 'customerId' | 'withId', string>>,
) {
  const rows = await client.customer.findMany({ where: { coalitionId, id: { in: [customerId, withId] } } })
  const joining = rows.find(({ id }) => id === customerId)
  const host = rows.find(({ id }) => id === withId)
  if (!joining) throw new NotFoundError({ what: 'customer' }, { path: ['customer'] })
  if (!host) throw new NotFoundError({ what: 'customer' }, { path: ['with'] })
  for (const { status, mergedIntoId } of [joining, host])
    if (status === 'CLOSED') throw new CustomerClosedError({ mergedIntoId })
  const areTogether = host.householdId !== null && host.householdId === joining.householdId
  return { joining, host, areTogether }
}

interface Asked {
  readonly coalitionId: string
  readonly memberId: string | null
  /** Whose code, and with whom. */
  readonly ids: readonly [string, string]
  readonly given: GivenConfirmation | null | undefined
  readonly field: 'confirmation' | 'withConfirmation'
}

/** Throws what keeps a code from confirming the join, or that there is none. */
async function examine(
  context: Context,
  { coalitionId, memberId, ids, given, field }: Asked,
  now: Date,
): Promise<void> {
  const [customerId, otherCustomerId] = ids
  const purpose = 'HOUSEHOLD_JOIN' as const
  const act: ConfirmedAct = { coalitionId, memberId, purpose, customerId, otherCustomerId, points: null }
  const refusal: Refusal | null = given
    ? (await examineCode(context.store, { act, given, field }, now, null)).refusal
    : refusalWithoutCode(context, { act, threshold: null, field })
  if (refusal) throw refusal
}

async function join(
  transaction: Prisma.TransactionClient,
  { joining, host, now }: { readonly joining: Customer; readonly host: Customer; readonly now: Date },
): Promise<Customer> {
  const { coalitionId } = joining
  const householdId = host.householdId ?? newId()
  if (host.householdId === null)
    await transaction.customer.update({
      where: { coalitionId_id: { coalitionId, id: host.id } },
      data: { householdId },
    })
  const customer = await transaction.customer.update({
    where: { coalitionId_id: { coalitionId, id: joining.id } },
    data: { householdId },
  })
  const payload = { customerId: joining.id, withCustomerId: host.id }
  await transaction.outbox.create({
    data: outboxRow(coalitionId, now, { kind: 'customer.household_joined', subjectId: joining.id, payload }),
  })
  return customer
}
