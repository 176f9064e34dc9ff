import { isAboutTrigger, isOfReferral, type RuleTrigger, type TriggerKind } from '@artel/rules'
import { dealtWith, type PendingOccasion, rulesOnTriggers, type Store } from '@artel/store'
import { loadParticipation } from '../terms/agreement.ts'
import { ruleVersionOf } from '../terms/running-rules.ts'
import type { AskedRule } from './give-for-occasion.ts'

/**
 * The rules that each of these occasions is asked of: at a member those that run there, on a birthday those of members that the
 * customer has dealt with, and the coalition's, of a friend's purchase the one that waited for it. A member that is not ACTIVE gives
 * nothing.
 */
export async function rulesForOccasions(
  store: Store,
  coalitionId: string,
  occasions: readonly PendingOccasion[],
): Promise<ReadonlyMap<string, readonly AskedRule[]>> {
  const birthdays = occasions.filter(({ kind }) => kind === 'BIRTHDAY')
  const rules = birthdays.length === 0 ? [] : await rulesOnTriggers(store, coalitionId, ['BIRTHDAY'])
  const memberIds = [...new Set(rules.flatMap(({ memberId }) => memberId ?? []))]
  const customerIds = birthdays.map(({ customerId }) => customerId)
  const dealt = await dealtWith(store, { coalitionId, customerIds, memberIds })
  const onBirthday = (customerId: string): AskedRule[] =>
    rules
      .filter(({ memberId }) => memberId === null || dealt.has(`${customerId} ${memberId}`))
      .map((row) => ({ rule: ruleVersionOf(row), ownerId: row.memberId ?? coalitionId }))
  const ofReferrals = await referralRules(store, coalitionId, occasions)
  const asked = await Promise.all(
    occasions.map(async (occasion): Promise<readonly [string, readonly AskedRule[]]> => {
      const { id, memberId, customerId } = occasion
      if (isOfReferral({ on: occasion.kind as TriggerKind })) return [id, ofReferrals(occasion)]
      return [
        id,
        memberId === null
          ? onBirthday(customerId)
          : await rulesAt(store, coalitionId, { ...occasion, memberId }),
      ]
    }),
  )
  return new Map(asked)
}

/** Of a friend's purchase the rule that waited for it, while it runs; none where the purchase was undone meanwhile. */
async function referralRules(
  store: Store,
  coalitionId: string,
  occasions: readonly PendingOccasion[],
): Promise<(occasion: PendingOccasion) => readonly AskedRule[]> {
  const isNeeded = occasions.some(({ ruleId }) => ruleId !== null)
  const rows = isNeeded ? await rulesOnTriggers(store, coalitionId, ['REFERRER', 'REFERRED']) : []
  return ({ ruleId, isUndone }) =>
    isUndone
      ? []
      : rows
          .filter((row) => row.ruleId === ruleId)
          .map((row) => ({ rule: ruleVersionOf(row), ownerId: row.memberId ?? coalitionId }))
}

/** The rules that run at a member, its own and the coalition's, about what happened there. */
async function rulesAt(
  store: Store,
  coalitionId: string,
  { kind, event, memberId }: Pick<PendingOccasion, 'kind' | 'event'> & { readonly memberId: string },
): Promise<readonly AskedRule[]> {
  const { member, triggerRules } = await loadParticipation(store, { coalitionId, memberId })
  if (member.status !== 'ACTIVE') return []
  const happened: RuleTrigger = { on: kind as TriggerKind, ...(event === null ? {} : { event }) }
  const about = triggerRules.filter((rule) => isAboutTrigger(rule, happened))
  if (about.length === 0) return []
  const owners = await store.prisma.rule.findMany({
    where: { coalitionId, id: { in: about.map(({ ruleId }) => ruleId) } },
    select: { id: true, memberId: true },
  })
  const ownerOf = new Map(owners.map((one) => [one.id, one.memberId ?? coalitionId]))
  return about.map((rule) => ({ rule, ownerId: ownerOf.get(rule.ruleId) ?? coalitionId }))
}
