import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** A verb of administrators and members, each with a scope. */
type Both = (adminScope: string, memberScope: string, use: Rule['use']) => Rule

/** A rule of 100 points on every bill, with what a test says otherwise. */
export const aDefinition = (over: Partial<door.RuleDefinitionInput> = {}): door.RuleDefinitionInput => ({
  name: { en: 'A hundred', ru: 'Сотня' },
  schedule: { fromDay: '2026-01-01' },
  give: [{ pointsFixed: 100n as never }],
  ...over,
})

/** Who may call the verbs of rules. `id` names nothing that there is. */
export function growthRules(id: string, both: Both): Record<string, Rule> {
  const own = (use: Rule['use']) => both('coalition:write', 'rules:write', use)
  const nameless = { ...aDefinition(), name: { en: '', ru: '' } }
  return {
    draftRule: own((c) => door.draftRule(c, { definition: nameless })),
    editRule: own((c) => door.editRule(c, { id, version: 1, definition: nameless })),
    scheduleRule: own((c) => door.scheduleRule(c, { id })),
    pauseRule: own((c) => door.pauseRule(c, { id })),
    resumeRule: own((c) => door.resumeRule(c, { id })),
    endRule: own((c) => door.endRule(c, { id })),
    planPilot: both('coalition:write', 'rules:write', (c) =>
      door.planPilot(c, { name: { en: '', ru: '' }, controlBps: 0, fromDay: '', toDay: '' }),
    ),
    decidePilot: both('coalition:write', 'rules:write', (c) =>
      door.decidePilot(c, { id, decision: 'STOP', reason: 'x' }),
    ),
    readPilotResult: both('coalition:read', 'rules:read', (c) => door.readPilotResult(c, { id })),
    readPilots: both('coalition:read', 'rules:read', (c) => door.readPilots(c, { limit: 1 })),
    readRules: both('coalition:read', 'rules:read', (c) => door.readRules(c, { limit: 1 })),
    acceptRule: own((c) => door.acceptRule(c, { id, version: 1 })),
    declineRule: own((c) => door.declineRule(c, { id, version: 1 })),
    readAskedRules: both('coalition:read', 'rules:read', (c) => door.readAskedRules(c, { limit: 1 })),
    createSegment: both('coalition:write', 'rules:write', (c) =>
      door.createSegment(c, { name: nameless.name }),
    ),
    addToSegment: both('coalition:write', 'rules:write', (c) => door.addToSegment(c, { id, customers: [] })),
    removeFromSegment: both('coalition:write', 'rules:write', (c) =>
      door.removeFromSegment(c, { id, customers: [] }),
    ),
    deleteSegment: both('coalition:write', 'rules:write', (c) => door.deleteSegment(c, { id })),
    createTierLadder: both('coalition:write', 'rules:write', (c) =>
      door.createTierLadder(c, { measure: 'VISITS', windowDays: 0, graceDays: 0, tiers: [] }),
    ),
    endTierLadder: both('coalition:write', 'rules:write', (c) => door.endTierLadder(c, { id })),
    readTierLadders: both('coalition:read', 'rules:read', (c) => door.readTierLadders(c)),
    readSegments: both('coalition:read', 'rules:read', (c) => door.readSegments(c, { limit: 1 })),
    dryRunRule: both('coalition:read', 'rules:read', (c) => door.dryRunRule(c, { definition: nameless })),
  }
}
