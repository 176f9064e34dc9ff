import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** Who may read figures, of a period that has no beginning. */
export function figureRules(
  coalitionId: string,
  both: (adminScope: string, memberScope: string, use: Rule['use']) => Rule,
): Record<string, Rule> {
  const read = (use: Rule['use']) => both('coalition:read', 'reports:read', use)
  const days = { coalitionId, from: '', to: '' }
  return {
    readFigures: read((c) => door.readFigures(c, days)),
    readFiguresBy: read((c) => door.readFiguresBy(c, { ...days, dimension: 'MEMBER' })),
    readFirstVisits: read((c) => door.readFirstVisits(c, days)),
    readRetention: read((c) => door.readRetention(c, { coalitionId, of: 'CUSTOMERS', months: 0 })),
  }
}
