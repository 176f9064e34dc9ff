import { isAboutTrigger, type RuleTrigger, type TriggerKind } from '@artel/rules'
import {
  birthdayRules,
  dealtWith,
  type OwnedRuleVersion,
  type PendingOccasion,
  type Store,
  triggerRules,
} from '@artel/store'
import { ruleVersionOf } from '../terms/running-rules.ts'
import type { AskedRule } from './give-for-occasion.ts'

/**
 * The rules that each of these occasions is asked of: at a member those that run there, on a birthday those of members that the
 * customer has dealt with, and the coalition's. A member that is not ACTIVE gives nothing. All are read now, and once for all occasions:
 * a rule that began just before is among them.
 */
export async function rulesForOccasions(
  store: Store,
  coalitionId: string,
  occasions: readonly PendingOccasion[],
): Promise<ReadonlyMap<string, readonly AskedRule[]>> {
  const birthdays = occasions.filter(({ memberId }) => memberId === null)
  const [onBirthday, atMembers] = await Promise.all([
    rulesOnBirthdays(store, coalitionId, birthdays),
    rulesAtMembers(store, coalitionId, occasions),
  ])
  return new Map(
    occasions.map((occasion) => {
      const { id, memberId, customerId } = occasion
      return [id, memberId === null ? onBirthday(customerId) : atMembers({ ...occasion, memberId })]
    }),
  )
}

const askedRuleOf = (coalitionId: string, row: OwnedRuleVersion): AskedRule => ({
  rule: ruleVersionOf(row),
  ownerId: row.memberId ?? coalitionId,
})

async function rulesOnBirthdays(store: Store, coalitionId: string, birthdays: readonly PendingOccasion[]) {
  const rules = birthdays.length === 0 ? [] : await birthdayRules(store, coalitionId)
  const memberIds = [...new Set(rules.flatMap(({ memberId }) => memberId ?? []))]
  const customerIds = birthdays.map(({ customerId }) => customerId)
  const dealt = await dealtWith(store, { coalitionId, customerIds, memberIds })
  return (customerId: string): AskedRule[] =>
    rules
      .filter(({ memberId }) => memberId === null || dealt.has(`${customerId} ${memberId}`))
      .map((row) => askedRuleOf(coalitionId, row))
}

/** The rules that run at a member, its own and the coalition's, about what happened there. */
async function rulesAtMembers(store: Store, coalitionId: string, occasions: readonly PendingOccasion[]) {
  const memberIds = [...new Set(occasions.flatMap(({ memberId }) => memberId ?? []))]
  const kinds = [...new Set(occasions.flatMap(({ kind, memberId }) => (memberId === null ? [] : [kind])))]
  const [rows, active] = await Promise.all([
    triggerRules(store, { coalitionId, kinds }),
    memberIds.length === 0
      ? []
      : store.prisma.member.findMany({
          where: { coalitionId, id: { in: memberIds }, status: 'ACTIVE' },
          select: { id: true },
        }),
  ])
  const rules = rows.map((row) => askedRuleOf(coalitionId, row))
  const isActive = new Set(active.map(({ id }) => id))
  return ({ kind, event, memberId }: PendingOccasion & { readonly memberId: string }): AskedRule[] => {
    if (!isActive.has(memberId)) return []
    const happened: RuleTrigger = { on: kind as TriggerKind, ...(event === null ? {} : { event }) }
    return rules.filter(
      ({ rule, ownerId }) =>
        isAboutTrigger(rule, happened) &&
        (ownerId === memberId || (ownerId === coalitionId && (!rule.at || rule.at.includes(memberId)))),
    )
  }
}
