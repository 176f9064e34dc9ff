import { minor } from '@artel/ledger'
import {
  addDays,
  type ChosenProgramme,
  type CommissionProgramme,
  commissionFromJson,
  isApprovedByTime,
  type LocalDate,
  periodOfSale,
  programmeFor,
  qualifyingOf,
  reckonSale,
  whyNone,
} from '@artel/rules'
import {
  addCommissionLines,
  addCommissions,
  type BroughtSale,
  type NewCommission,
  type NewCommissionLine,
  newId,
  programmesOf,
  type StoredProgramme,
  type TransactionClient,
} from '@artel/store'
import { countsPeriods, type LadderPeriods, loadLadderPeriods } from './ladder-periods.ts'

/** Writes down what sales are worth to who brought them, in their order. How many commissions it made. */
export async function commissionSales(
  client: TransactionClient,
  coalitionId: string,
  { sales, at }: { readonly sales: readonly BroughtSale[]; readonly at: Date },
): Promise<number> {
  if (sales.length === 0) return 0
  const payers = [...new Set(sales.map(({ payerId }) => payerId))]
  const [from = ''] = sales.map(({ day }) => day).sort()
  const programmes = (await programmesOf(client, coalitionId, { payerIds: payers, from })).map(programmeOf)
  const chosen = sales.flatMap((sale) => {
    const by = programmeFor(programmes, { ...sale, day: sale.day as LocalDate })
    return by ? [{ sale, by }] : []
  })
  const periods = await loadLadderPeriods(
    client,
    coalitionId,
    chosen.filter(({ by }) => countsPeriods(by.definition.effect)).map(({ sale, by }) => periodKey(sale, by)),
  )
  const known = customersOf(sales)
  const made = chosen.map(({ sale, by }) => commissionOf(sale, by, { periods, known }))
  await addCommissions(client, coalitionId, { rows: made.map(({ row }) => row), at })
  await addCommissionLines(client, coalitionId, { rows: made.flatMap(({ line }) => line ?? []), at })
  await periods.save(client, coalitionId)
  return made.length
}

/** A stored programme as the rules reckon with it. */
const programmeOf = ({
  id,
  payerId,
  payeeKind,
  payeeId,
  startedAt,
  ...said
}: StoredProgramme): CommissionProgramme => ({
  ...{ id, payerId, payeeKind, payeeId, startedAt, endedOn: said.endedOn as LocalDate | null },
  versions: said.definitions.map((text) => commissionFromJson(JSON.parse(text))),
})

const periodKey = ({ payeeId, day }: BroughtSale, { programme, definition }: ChosenProgramme) => ({
  ...{ programmeId: programme.id, payeeId },
  period: periodOfSale(definition.effect, day as LocalDate),
})

/** What a payee's customers count in already, kept up to date from sale to sale. */
interface KnownCustomers {
  broughtOn(sale: BroughtSale): LocalDate | null
  isCountedIn(sale: BroughtSale, place: string): boolean
  remember(sale: BroughtSale, place: string): void
}

function customersOf(sales: readonly BroughtSale[]): KnownCustomers {
  const byPayer = ({ payerId, payeeId, customerId }: BroughtSale) => `${payerId} ${payeeId} ${customerId}`
  const byPlace = ({ payeeId, customerId }: BroughtSale, place: string) => `${payeeId} ${customerId} ${place}`
  const first = new Map(sales.flatMap((sale) => (sale.broughtOn ? [[byPayer(sale), sale.broughtOn]] : [])))
  const counted = new Set(sales.flatMap((sale) => sale.countedIn.map((place) => byPlace(sale, place))))
  return {
    broughtOn: (sale) => (first.get(byPayer(sale)) ?? null) as LocalDate | null,
    isCountedIn: (sale, place) => counted.has(byPlace(sale, place)),
    remember(sale, place) {
      const before = first.get(byPayer(sale))
      if (before === undefined || sale.day < before) first.set(byPayer(sale), sale.day)
      counted.add(byPlace(sale, place))
    },
  }
}

/** The row of a sale, and the line of what it earns; none where it earns nothing. */
function commissionOf(
  sale: BroughtSale,
  by: ChosenProgramme,
  { periods, known }: { readonly periods: LadderPeriods; readonly known: KnownCustomers },
): { readonly row: NewCommission; readonly line: NewCommissionLine | null } {
  const { definition, version } = by
  const { effect, approval } = definition
  const key = periodKey(sale, by)
  const day = sale.day as LocalDate
  const volume = qualifyingOf(sale.money, definition)
  const why = whyNone(definition, { ...sale, day, broughtOn: known.broughtOn(sale) })
  const reason = why ?? (volume > 0n ? null : 'NO_MONEY_PART')
  const { purchaseId, payerId, payeeKind, payeeId, customerId } = sale
  const common = {
    ...{ id: newId(), purchaseId, programmeId: key.programmeId, version, payerId, payeeKind, payeeId },
    // A day more: the days are over when the last of them is.
    ...{ customerId, soldOn: day, period: key.period, dueOn: addDays(day, approval.days + 1) },
  }
  if (reason !== null) {
    const nothing = { rateBps: null, volume: minor(0n), amount: minor(0n), byTime: false }
    return { row: { ...common, ...nothing, status: 'REJECTED', reason }, line: null }
  }
  const place = `${key.programmeId} ${key.period}`
  const isNew = !known.isCountedIn(sale, place)
  const standing = periods.at(key)
  const customers = standing.customers + (isNew ? 1n : 0n)
  const { rateBps, ...change } = reckonSale(effect, volume, { volume: standing.volume, customers })
  if (countsPeriods(effect)) periods.count(key, change, isNew ? 'NEW' : 'SAME')
  known.remember(sale, place)
  const byTime = isApprovedByTime(definition, change.amount)
  return {
    row: { ...common, rateBps, ...change, status: 'PENDING', reason: null, byTime },
    line: { id: newId(), commissionId: common.id, kind: 'SALE', refundId: null, ...change },
  }
}
