import { isAboutTrigger, isOfReferral, type RuleTrigger, type TriggerKind } from '@artel/rules'
import {
  dealtWith,
  type OwnedRuleVersion,
  type PendingOccasion,
  rulesOnTriggers,
  type Store,
  triggerRules,
} from '@artel/store'
import { ruleVersionOf } from '../terms/running-rules.ts'
import type { AskedRule } from './give-for-occasion.ts'

/**
 * The rules that each of these occasions is asked of: at a member those that run there, on a birthday those of members that the
 * customer has dealt with, and the coalition's, of a friend's purchase the one that waited for it. A member that is not ACTIVE gives
 * nothing. All are read now, and once for all occasions: a rule that began just before is among them.
 */
export async function rulesForOccasions(
  store: Store,
  coalitionId: string,
  occasions: readonly PendingOccasion[],
): Promise<ReadonlyMap<string, readonly AskedRule[]>> {
  const referrals = occasions.filter(isReferral)
  const others = occasions.filter((occasion) => !isReferral(occasion))
  const birthdays = others.filter(({ memberId }) => memberId === null)
  const [ofReferral, onBirthday, atMembers] = await Promise.all([
    rulesOfReferrals(store, coalitionId, referrals),
    rulesOnBirthdays(store, coalitionId, birthdays),
    rulesAtMembers(store, coalitionId, others),
  ])
  return new Map(
    occasions.map((occasion) => {
      const { id, memberId, customerId } = occasion
      if (isReferral(occasion)) return [id, ofReferral(occasion)]
      return [id, memberId === null ? onBirthday(customerId) : atMembers({ ...occasion, memberId })]
    }),
  )
}

const isReferral = ({ kind }: PendingOccasion): boolean => isOfReferral({ on: kind as TriggerKind })

const askedRuleOf = (coalitionId: string, row: OwnedRuleVersion): AskedRule => ({
  rule: ruleVersionOf(row),
  ownerId: row.memberId ?? coalitionId,
})

async function rulesOnBirthdays(store: Store, coalitionId: string, birthdays: readonly PendingOccasion[]) {
  const rules = birthdays.length === 0 ? [] : await rulesOnTriggers(store, coalitionId, ['BIRTHDAY'])
  const memberIds = [...new Set(rules.flatMap(({ memberId }) => memberId ?? []))]
  const customerIds = birthdays.map(({ customerId }) => customerId)
  const dealt = await dealtWith(store, { coalitionId, customerIds, memberIds })
  return (customerId: string): AskedRule[] =>
    rules
      .filter(({ memberId }) => memberId === null || dealt.has(`${customerId} ${memberId}`))
      .map((row) => askedRuleOf(coalitionId, row))
}

/** Of a friend's purchase the rule that waited for it, while it runs; none where the purchase was undone meanwhile. */
async function rulesOfReferrals(store: Store, coalitionId: string, referrals: readonly PendingOccasion[]) {
  const rows =
    referrals.length === 0 ? [] : await rulesOnTriggers(store, coalitionId, ['REFERRER', 'REFERRED'])
  return ({ ruleId, isUndone }: PendingOccasion): AskedRule[] =>
    isUndone ? [] : rows.filter((row) => row.ruleId === ruleId).map((row) => askedRuleOf(coalitionId, row))
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
