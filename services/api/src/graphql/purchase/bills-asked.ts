import { billsWithLine } from '@artel/store'
import type { Prisma } from '@artel/store/prisma'
import { type ApiContext, coalitionIdOf, storeOf } from '../../context.ts'
import { uuidOf } from '../vocabulary/node-id.ts'
import type { Period } from '../vocabulary/period.ts'
import { within } from '../vocabulary/period.ts'

type Given<Value> = Value | null | undefined

/** What a filter of sales asks of the bill: when it was, what rules gave on it, and its lines. */
export interface BillsFilter {
  readonly occurredFrom?: Given<Date>
  readonly occurredTo?: Given<Date>
  readonly recordedFrom?: Given<Date>
  readonly recordedTo?: Given<Date>
  readonly ruleId?: Given<string>
  readonly sku?: Given<string>
  readonly category?: Given<string>
}

/** Bills with a line that are looked for at once: of more the newest. */
const MAX_BILLS = 10_000

/** The period in which such sales were recorded, as far as it is known: none is recorded before it happens. */
export const recordedWithin = ({ recordedFrom, recordedTo, occurredFrom }: BillsFilter): Period => ({
  from: [recordedFrom, occurredFrom].flatMap((at) => at ?? []).sort((a, b) => b.getTime() - a.getTime())[0],
  to: recordedTo,
})

/** The conditions of a filter on bills. Lines are read bill by bill: name a period with an article or a category. */
export async function billsAsked(
  filter: BillsFilter,
  context: ApiContext,
): Promise<Prisma.PurchaseWhereInput> {
  const { occurredFrom, occurredTo, ruleId } = filter
  const occurredAt = within({ from: occurredFrom, to: occurredTo })
  return {
    AND: [
      occurredAt ? { occurredAt } : {},
      ruleId == null ? {} : await givenBy(uuidOf('rule', ruleId, ['filter', 'ruleId']), context),
      filter.sku == null && filter.category == null ? {} : await withLine(filter, context),
    ],
  }
}

/** Bills on which a version of the rule gave something; versions that gave nothing stand with a reason. */
async function givenBy(ruleId: string, context: ApiContext): Promise<Prisma.PurchaseWhereInput> {
  const versions = await storeOf(context).prisma.ruleVersion.findMany({
    where: { coalitionId: coalitionIdOf(context), ruleId },
    select: { id: true },
  })
  return { OR: versions.map(({ id }) => ({ rules: { contains: `{"rule":"${id}","points":` } })) }
}

async function withLine(filter: BillsFilter, context: ApiContext): Promise<Prisma.PurchaseWhereInput> {
  const { principal } = context
  const ids = await billsWithLine(storeOf(context), coalitionIdOf(context), {
    sku: filter.sku ?? null,
    category: filter.category ?? null,
    from: filter.occurredFrom ?? null,
    to: filter.occurredTo ?? null,
    memberId: principal.kind === 'member' ? principal.memberId : null,
    limit: MAX_BILLS,
  })
  return { id: { in: ids } }
}
