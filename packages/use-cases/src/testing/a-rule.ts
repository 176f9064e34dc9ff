import { basisPoints } from '@artel/ledger'
import { definitionToJson, localDate, type RuleDefinition, validateRule } from '@artel/rules'
import { newId, ruleVersionDigest } from '@artel/store'
import { forgetParticipation } from '../terms/agreement.ts'
import type { BuiltCoalition } from './a-coalition.ts'

/** A rule of 10 % in points on every bill since long, with what a test says otherwise. */
export const aRule = (over: Partial<RuleDefinition> = {}): RuleDefinition => ({
  name: { en: 'Ten per cent', ru: 'Десять процентов' },
  if: {},
  schedule: { fromDay: localDate('2020-01-01'), toDay: null, weekly: [] },
  give: [{ kind: 'POINTS_PERCENT', percentBps: basisPoints(1_000n) }],
  limits: { perPurchasePoints: null, perCustomer: null, budget: null },
  combine: { group: 'more', mode: 'ADD', priority: 0 },
  ...over,
})

/** Sets a rule of a member running, accepted by all who pay for it. Returns its id and its version's. */
export async function aRunningRule(
  town: BuiltCoalition,
  handle: string,
  over: Partial<RuleDefinition> = {},
): Promise<{ readonly ruleId: string; readonly versionId: string }> {
  const definition = aRule(over)
  validateRule(definition)
  const { id: memberId } = town.member(handle)
  const createdAt = new Date()
  const version = {
    coalitionId: town.id,
    id: newId(),
    ruleId: newId(),
    version: 1,
    definition: JSON.stringify(definitionToJson(definition)),
    template: null,
    createdAt,
    createdById: memberId,
  }
  const firstDay = new Date(`${definition.schedule.fromDay}T00:00:00Z`)
  const lastDay = definition.schedule.toDay && new Date(`${definition.schedule.toDay}T00:00:00Z`)
  await town.store.prisma.rule.create({
    data: {
      ...{ coalitionId: town.id, id: version.ruleId, memberId, status: 'RUNNING', version: 1 },
      ...{ firstDay, lastDay, createdAt, changedAt: createdAt, trigger: definition.when?.on ?? null },
    },
  })
  await town.store.prisma.ruleVersion.create({ data: { ...version, digest: ruleVersionDigest(version) } })
  const others = (definition.pays ?? []).filter(({ payerId }) => payerId !== memberId)
  await town.store.prisma.ruleAcceptance.createMany({
    data: others.map(({ payerId }) => ({
      ...{ coalitionId: town.id, versionId: version.id, payerId, answer: 'ACCEPTED' },
      ...{ askedAt: createdAt, answeredAt: createdAt, answeredById: payerId },
    })),
  })
  forgetParticipation(town.store, { coalitionId: town.id, memberId })
  return { ruleId: version.ruleId, versionId: version.id }
}
