import { definitionToJson, type RuleDefinition } from '@artel/rules'
import { type NewRuleVersion, newId, ruleVersionDigest } from '@artel/store'
import { actorOf } from '../access/actor.ts'
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

/** The days of a definition as a rule's columns hold them. */
export const daysOf = ({ schedule: { fromDay, toDay } }: RuleDefinition) => ({
  firstDay: columnOfDay(fromDay),
  lastDay: toDay === null ? null : columnOfDay(toDay),
})
