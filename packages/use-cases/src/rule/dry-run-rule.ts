import { InvalidInputError, MICROS_PER_MINOR, type Minor, minor, TermsNotAcceptedError } from '@artel/ledger'
import {
  addDays,
  asksOfCustomer,
  groupsAskedBy,
  isOfTrigger,
  type LocalDate,
  type RuleDefinition,
  startOfDay,
} from '@artel/rules'
import { coalitionNow, groupsOfCustomers, pastBills, type Store } from '@artel/store'
import { memberInQuestion, requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { checkId } from '../input/text.ts'
import {
  type Agreement,
  loadAgreement,
  loadParticipation,
  termsBinding,
  termsInForce,
} from '../terms/agreement.ts'
import { refuseStrangers } from './ask-payers.ts'
import { checkDefinition } from './check-definition.ts'
import type { RuleDefinitionInput } from './definition-input.ts'
import { loadNamedGroups } from './named-groups.ts'
import { beginReplay, lastMonth, type Replayed } from './replay.ts'

const PAGE = 1_000
/** Most purchases of one dry run. */
const MAX_PURCHASES = 50_000

export interface DryRunRuleInput {
  /** Administrators name the member at which they try out a rule of the coalition; a member tries out its own. */
  readonly memberId?: string | null
  readonly definition: RuleDefinitionInput
}

/** What a rule would have done in a month of the past. Nothing is written. */
export interface DryRun extends Replayed {
  /** The last whole month of the coalition's calendar, both included. */
  readonly fromDay: LocalDate
  readonly toDay: LocalDate
  /** What it would have cost at most, all payers together: the discounts, all that the vouchers may take off, and R and the issue fee of each point by today's terms. */
  readonly costMinor: Minor
  /** There were more purchases than are replayed; the first 50 000 were. */
  readonly isStopped: boolean
  readonly definition: RuleDefinition
  readonly coalitionId: string
  /** ISO 4217, of the coalition. */
  readonly currency: string
}

/**
 * Replays the member's purchases of the last whole month against a rule: its hours, conditions and limits, not its days. Segments
 * and tiers are those of today. Other rules are left aside. Throws InvalidInputError, NotFoundError, MemberNotActiveError.
 */
export async function dryRunRule(context: Context, input: DryRunRuleInput): Promise<DryRun> {
  const { store, principal } = context
  const caller = requireMemberOrAdmin(principal, {
    member: 'rules:read',
    admin: 'coalition:read',
    verb: 'dryRunRule',
  })
  const { coalitionId } = caller
  const named = memberInQuestion(caller, input.memberId)
  if (named === undefined)
    throw new InvalidInputError({ path: ['memberId'], problem: 'Must name the member.' })
  const memberId = checkId('member', named, ['memberId'])
  const [agreement, participation, now] = await Promise.all([
    loadAgreement(store, coalitionId),
    loadParticipation(store, { coalitionId, memberId }),
    coalitionNow(store, coalitionId),
  ])
  const { timeZone, currency } = agreement.coalition
  // A rule of the coalition is tried out at one member, wherever else it is to hold.
  const tried = caller.kind === 'admin' ? { ...input.definition, at: null } : input.definition
  // An administrator tries out a rule of the member, unless it says who pays, where or how much: so the coalition's are written.
  const { at, pays, maxPerPurchase } = input.definition
  const isCoalitions = caller.kind === 'admin' && (at ?? pays ?? maxPerPurchase) != null
  const owner = { coalitionId, memberId: isCoalitions ? null : memberId }
  const groups = await loadNamedGroups(store.prisma, owner, input.definition)
  const definition = checkDefinition(tried, currency, owner, groups)
  if (isOfTrigger(definition))
    throw new InvalidInputError({
      path: ['definition', 'when'],
      problem: 'Must be a rule on purchases: a dry run replays them.',
    })
  await refuseStrangers(store.prisma, owner, definition)
  const terms = termsBinding(agreement, participation.member, now)
  if (!terms) throw new TermsNotAcceptedError({ termsId: agreement.versions.at(-1)?.terms.id ?? coalitionId })
  const { from, to } = lastMonth(now, timeZone)
  const replay = beginReplay(definition, {
    ...{ fromDay: from, timeZone, earnRule: participation.earnRule, terms, memberId },
  })
  const isStopped = await replayPages(store, replay, {
    ...{ coalitionId, memberId, asksOfCustomer: asksOfCustomer(definition.if) },
    groupIds: groupsAskedBy(definition.if),
    ...{ from: startOfDay(from, timeZone), to: startOfDay(to, timeZone) },
  })
  const replayed = replay.result()
  return {
    ...replayed,
    ...{ fromDay: from, toDay: addDays(to, -1), isStopped, definition, currency, coalitionId },
    costMinor: await costOf(replayed, { store, agreement, memberId, now }),
  }
}

const IN_NONE: ReadonlySet<string> = new Set()

async function replayPages(
  store: Store,
  replay: ReturnType<typeof beginReplay>,
  {
    groupIds,
    ...of
  }: Omit<Parameters<typeof pastBills>[1], 'after' | 'limit'> & {
    readonly groupIds: readonly string[]
  },
): Promise<boolean> {
  const { coalitionId } = of
  let after: string | null = null
  for (let read = 0; read < MAX_PURCHASES; read += PAGE) {
    const page = await pastBills(store, { ...of, after, limit: PAGE })
    const customerIds = page.map(({ customerId }) => customerId)
    const groups = await groupsOfCustomers(store, { coalitionId, customerIds, groupIds })
    for (const bill of page) replay.add(bill, groups.get(bill.customerId) ?? IN_NONE)
    if (page.length < PAGE) return false
    after = page.at(-1)?.purchaseId ?? null
  }
  return (await pastBills(store, { ...of, after, limit: 1 })).length > 0
}

/** Each payer by its own terms. Rounds up: it is what they should be ready for. */
async function costOf(
  { points, discountMinor, vouchersMinor, paidBy }: Replayed,
  by: {
    readonly store: Store
    readonly agreement: Agreement
    readonly memberId: string
    readonly now: Date
  },
): Promise<Minor> {
  const { store, agreement, memberId, now } = by
  const coalitionId = agreement.coalition.id
  const gifts = paidBy.length > 0 ? paidBy : [{ payerId: memberId, points }]
  const costs = await Promise.all(
    gifts.map(async ({ payerId, points: n }) => {
      const terms =
        payerId === coalitionId
          ? termsInForce(agreement, now)
          : termsBinding(
              agreement,
              (await loadParticipation(store, { coalitionId, memberId: payerId })).member,
              now,
            )
      return terms ? n * (terms.prices.reservePrice + terms.prices.issueFee) : 0n
    }),
  )
  const micros = costs.reduce((sum, cost) => sum + cost, 0n)
  return minor(discountMinor + vouchersMinor + (micros + MICROS_PER_MINOR - 1n) / MICROS_PER_MINOR)
}
