import { v7 as uuidv7 } from 'uuid'
import * as door from '../index.ts'
import type { Rule } from './webhook-rules.ts'

/** A verb of administrators and members, each with a scope. */
type Both = (adminScope: string, memberScope: string, use: Rule['use']) => Rule
/** A verb of members alone. */
type Member = (scope: string, use: Rule['use']) => Rule

/** The rules of the verbs of keys: secret ones, and those that sign customers' tokens. */
export function keyRules(memberId: string, both: Both, member: Member): Record<string, Rule> {
  const id = uuidv7()
  const own = (use: Rule['use']) => both('members:write', 'member:write', use)
  const signing = (use: Rule['use']) => member('member:write', use)
  const key = { kid: 'x', publicJwk: {} }
  return {
    createApiKey: own((c) => door.createApiKey(c, { memberId, name: '' })),
    rotateApiKey: own((c) => door.rotateApiKey(c, { id, overlapHours: 1 })),
    revokeApiKey: own((c) => door.revokeApiKey(c, { id })),
    registerTokenKey: signing((c) => door.registerTokenKey(c, key)),
    rotateTokenKey: signing((c) => door.rotateTokenKey(c, { ...key, replaces: 'y', overlapHours: 0 })),
    revokeTokenKey: signing((c) => door.revokeTokenKey(c, { kid: 'x' })),
  }
}
