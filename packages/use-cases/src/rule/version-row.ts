import { definitionToJson, type RuleDefinition } from '@artel/rules'
import { type NewRuleVersion, newId, ruleVersionDigest } from '@artel/store'
import { actorOf } from '../access/actor.ts'
import type { RuleOwner } from './definition-input.ts'
import { columnOfDay, type RuleWriter } from './own-rule.ts'

/** A version as it is written, with its digest. */
export function versionRow(
  { by }: RuleWriter,
  version: {
    readonly ruleId: string
    readonly number: number
    readonly definition: RuleDefinition
    readonly template: string | null
    readonly createdAt: Date
  },
): NewRuleVersion & { readonly digest: string } {
  const { ruleId, number, definition, template, createdAt } = version
  const row: NewRuleVersion = {
    ...{ coalitionId: by.coalitionId, id: newId(), ruleId, version: number },
    definition: JSON.stringify(definitionToJson(definition)),
    ...{ template, createdAt, createdById: actorOf(by) },
  }
  return { ...row, digest: ruleVersionDigest(row) }
}

/** What a rule's columns hold of its newest definition: its days, and whom it is shown to. */
export const columnsOf = (
  { coalitionId, memberId }: RuleOwner,
  { when, schedule: { fromDay, toDay }, at, pays = [], give }: RuleDefinition,
) => {
  const taking = give.flatMap((effect) => (effect.kind === 'VOUCHER' ? effect.at : []))
  const named = new Set([...(at ?? []), ...pays.map(({ payerId }) => payerId), ...taking])
  named.delete(memberId ?? coalitionId)
  return {
    firstDay: columnOfDay(fromDay),
    lastDay: toDay === null ? null : columnOfDay(toDay),
    trigger: when?.on ?? null,
    shownTo: [...named].sort(),
    shownToAll: memberId === null && !at,
  }
}
