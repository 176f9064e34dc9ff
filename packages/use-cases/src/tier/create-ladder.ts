import { LadderOpenError, minor } from '@artel/ledger'
import { type LadderDefinition, TIER_MEASURES, type TierMeasure, validateLadder } from '@artel/rules'
import { coalitionNow, lastBatchHeld, newId } from '@artel/store'
import type { Prisma, TierLadder } from '@artel/store/prisma'
import { actorOf } from '../access/actor.ts'
import { requireMemberOrAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import type { MoneyAmount } from '../input/bill.ts'
import { checkMoney } from '../input/money.ts'
import { checkInteger, checkOneOf, checkText } from '../input/text.ts'
import { groupOwner } from '../rule/group-owner.ts'
import { loadAgreement } from '../terms/agreement.ts'

const MAX_NAME_LENGTH = 80
const MAX_VISITS = 3_660
/** For a chain that is held by whoever sells. Milliseconds. */
const PATIENCE = { maxWait: 10_000, timeout: 20_000 } as const

export interface TierInput {
  readonly name: { readonly en: string; readonly ru: string }
  /** With SPEND. */
  readonly spend?: MoneyAmount | null
  /** With VISITS: days. */
  readonly visits?: number | null
}

export interface CreateTierLadderInput {
  readonly measure: TierMeasure
  readonly windowDays: number
  readonly graceDays: number
  /** Lowest first, 1 to 10. */
  readonly tiers: readonly TierInput[]
}

/**
 * Makes the ladder of the calling member, or of the coalition for an administrator. Purchases from then on prove tiers, by what
 * their customers did in the window, earlier purchases too. Throws InvalidInputError, MemberNotActiveError, and LadderOpenError while
 * the owner has another.
 */
export async function createTierLadder(
  context: Context,
  input: CreateTierLadderInput,
): Promise<{ readonly ladder: TierLadder }> {
  const { store } = context
  const caller = requireMemberOrAdmin(context.principal, {
    ...{ member: 'rules:write', admin: 'coalition:write', verb: 'createTierLadder' },
  })
  const owner = groupOwner(caller)
  const { coalitionId } = owner
  const { coalition } = await loadAgreement(store, coalitionId)
  const definition = checkedLadder(input, coalition.currency)
  const createdAt = await coalitionNow(store, coalitionId)
  const ladder = await store.prisma.$transaction(async (transaction) => {
    const sinceBatchNo = await lastBatchHeld(transaction, { coalitionId })
    const open = await transaction.tierLadder.findFirst({ where: { ...owner, endedAt: null } })
    if (open) throw new LadderOpenError({ ladderId: open.id })
    const { measure, windowDays, graceDays } = definition
    const made = await transaction.tierLadder.create({
      data: {
        ...{ ...owner, id: newId(), measure, windowDays, graceDays, sinceBatchNo },
        ...{ createdAt, createdById: actorOf(caller) },
      },
    })
    await transaction.tier.createMany({ data: tierRows(made, definition) })
    await recordAct(context, transaction, {
      ...{ act: 'tierLadderCreate', coalitionId, memberId: owner.memberId },
      ...{ subject: { type: 'tierLadder', id: made.id }, details: { measure, windowDays, graceDays } },
    })
    return made
  }, PATIENCE)
  return { ladder }
}

const tierRows = (
  { coalitionId, id: ladderId }: TierLadder,
  { tiers }: LadderDefinition,
): Prisma.TierCreateManyInput[] =>
  tiers.map(({ name, threshold }, index) => ({
    ...{ coalitionId, id: newId(), ladderId, position: index + 1, threshold },
    ...{ nameEn: name.en, nameRu: name.ru },
  }))

function checkedLadder(input: CreateTierLadderInput, currency: string): LadderDefinition {
  const measure = checkOneOf(['measure'], input.measure, TIER_MEASURES)
  const tiers = input.tiers.map((tier, index) => {
    const path = ['tiers', String(index)]
    return {
      name: {
        en: checkText([...path, 'name', 'en'], tier.name.en, MAX_NAME_LENGTH),
        ru: checkText([...path, 'name', 'ru'], tier.name.ru, MAX_NAME_LENGTH),
      },
      threshold:
        measure === 'SPEND'
          ? checkMoney([...path, 'spend'], tier.spend ?? { amountMinor: minor(0n), currency }, currency)
          : BigInt(checkInteger([...path, 'visits'], tier.visits ?? 0, { min: 1, max: MAX_VISITS })),
    }
  })
  const definition = { measure, windowDays: input.windowDays, graceDays: input.graceDays, tiers }
  validateLadder(definition)
  return definition
}
