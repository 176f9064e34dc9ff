import { InvalidInputError, type Points } from '@artel/ledger'
import { BINDING_POLICIES, SOURCE_KINDS } from '@artel/rules'
import type { Coalition, Prisma } from '@artel/store/prisma'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { changesOf } from '../audit/details.ts'
import { recordAct } from '../audit/record-act.ts'
import { checkPoints } from '../input/money.ts'
import { checkInteger, checkOneOf } from '../input/text.ts'
import { retrySerialisation } from '../posting/transaction-failure.ts'
import { forgetAgreement } from '../terms/agreement.ts'

/** Fields left out stay as they are. */
export interface UpdateCoalitionInput {
  /** The coverage proof shows a member other issuers without their names. */
  readonly coverageAnonymous?: boolean | null
  /** Customers have their page at /c/<handle>. */
  readonly hostedPage?: boolean | null
  /** Spending more points than this takes a code of the customer: 0 = always, null = never. 0 to 10^12. */
  readonly confirmSpendingAbovePoints?: Points | null
  /** Most points that a customer spends or holds within any hour; null = no limit. 0 to 10^12. */
  readonly hourlySpendingLimitPoints?: Points | null
  /** The same within a day of the coalition. */
  readonly dailySpendingLimitPoints?: Points | null
  /** Most spendings and holds of a customer within any hour; null = no limit. 1 to 10 000. */
  readonly hourlySpendingLimitCount?: number | null
  /** Hours for which a device that was not seen before spends no more than the threshold of codes. 0 = off, to 720. */
  readonly newDeviceHours?: number | null
  /** Most promo points that one member gives one customer within a day; null = no limit. 0 to 10^12. */
  readonly dailyAwardLimitPoints?: Points | null
  /** Customers without points are erased after so many whole months without an event of their points; null = never. 1 to 240. */
  readonly eraseInactiveAfterMonths?: number | null
  /** Local days that codes are kept after their end: 2 to 365. */
  readonly keepConfirmationsDays?: number | null
  /** Days that what was sent to webhook endpoints is kept: 1 to 365. */
  readonly keepDeliveriesDays?: number | null
  /** Which of several sources of one customer counts: FIRST, LAST or PRIORITY. */
  readonly bindingPolicy?: string | null
  /** Local days that a binding counts, unless its link says otherwise: 1 to 365. */
  readonly bindingDays?: number | null
  /** MEMBER, AFFILIATE and CUSTOMER, each once: the kind that goes before the others first. */
  readonly bindingPriority?: readonly string[] | null
}

const MAX_COUNT = 10_000
const LIMITS_IN_POINTS = [
  'confirmSpendingAbovePoints',
  'hourlySpendingLimitPoints',
  'dailySpendingLimitPoints',
  'dailyAwardLimitPoints',
] as const

const OTHERS = ['coverageAnonymous', 'hostedPage', 'hourlySpendingLimitCount', 'newDeviceHours'] as const
const BINDINGS = ['bindingPolicy', 'bindingDays', 'bindingPriority'] as const
const RETENTION = ['eraseInactiveAfterMonths', 'keepConfirmationsDays', 'keepDeliveriesDays'] as const

/**
 * Changes what a coalition has agreed on beside its terms. Administrators only. Another process follows within five seconds.
 * Throws InvalidInputError.
 */
export async function updateCoalition(
  context: Context,
  input: UpdateCoalitionInput,
): Promise<{ readonly coalition: Coalition }> {
  const { coalitionId } = requireAdmin(context.principal, 'coalition:write')
  const { store } = context
  const { coverageAnonymous, hostedPage, hourlySpendingLimitCount: count } = input
  const limits: Partial<Record<(typeof LIMITS_IN_POINTS)[number], bigint | null>> = {}
  for (const name of LIMITS_IN_POINTS) {
    const limit = input[name]
    if (limit !== undefined) limits[name] = limit === null ? null : checkPoints([name], limit)
  }
  if (count != null) checkInteger(['hourlySpendingLimitCount'], count, { min: 1, max: MAX_COUNT })
  const data = {
    ...(coverageAnonymous == null ? {} : { coverageAnonymous }),
    ...(hostedPage == null ? {} : { hostedPage }),
    ...limits,
    ...(count === undefined ? {} : { hourlySpendingLimitCount: count }),
    ...retentionOf(input),
    ...newDevicesOf(input),
    ...bindingsOf(input),
  }
  const change = async (transaction: Prisma.TransactionClient) => {
    const where = { id: coalitionId }
    const before = await transaction.coalition.findUniqueOrThrow({ where })
    const after = await transaction.coalition.update({ where, data })
    const told = [...OTHERS, ...LIMITS_IN_POINTS, ...RETENTION, ...BINDINGS] as const
    const details = changesOf(before, after, told)
    if (Object.keys(details).length > 0)
      await recordAct(context, transaction, {
        ...{ act: 'coalitionUpdate', coalitionId, subject: { type: 'coalition', id: coalitionId } },
        details,
      })
    return after
  }
  // Serialisable: what it was before is what it was when it changed.
  const coalition = await retrySerialisation(() =>
    store.prisma.$transaction(change, { isolationLevel: 'Serializable' }),
  )
  forgetAgreement(store, coalitionId)
  return { coalition }
}

/** The change of how sources of customers stand beside each other. Throws InvalidInputError. */
function bindingsOf({ bindingPolicy, bindingDays, bindingPriority: kinds }: UpdateCoalitionInput) {
  if (kinds && (kinds.length !== SOURCE_KINDS.length || SOURCE_KINDS.some((kind) => !kinds.includes(kind))))
    throw new InvalidInputError({
      path: ['bindingPriority'],
      problem: 'Must be each kind of source, once.',
    })
  return {
    ...(bindingPolicy == null
      ? {}
      : { bindingPolicy: checkOneOf(['bindingPolicy'], bindingPolicy, BINDING_POLICIES) }),
    ...(bindingDays == null
      ? {}
      : { bindingDays: checkInteger(['bindingDays'], bindingDays, { min: 1, max: 365 }) }),
    ...(kinds ? { bindingPriority: [...kinds] } : {}),
  }
}

/** The change of how long a new device waits. Throws InvalidInputError. */
function newDevicesOf({ newDeviceHours: hours }: UpdateCoalitionInput) {
  return hours == null
    ? {}
    : { newDeviceHours: checkInteger(['newDeviceHours'], hours, { min: 0, max: 720 }) }
}

/** The changes of what is kept for how long. Throws InvalidInputError. */
function retentionOf(input: UpdateCoalitionInput) {
  const { eraseInactiveAfterMonths: months, keepConfirmationsDays, keepDeliveriesDays } = input
  if (months != null) checkInteger(['eraseInactiveAfterMonths'], months, { min: 1, max: 240 })
  const kept: { keepConfirmationsDays?: number; keepDeliveriesDays?: number } = {}
  if (keepConfirmationsDays != null)
    kept.keepConfirmationsDays = checkInteger(['keepConfirmationsDays'], keepConfirmationsDays, {
      ...{ min: 2, max: 365 },
    })
  if (keepDeliveriesDays != null)
    kept.keepDeliveriesDays = checkInteger(['keepDeliveriesDays'], keepDeliveriesDays, { min: 1, max: 365 })
  return { ...kept, ...(months === undefined ? {} : { eraseInactiveAfterMonths: months }) }
}
