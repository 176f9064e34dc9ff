import { createHash } from 'node:crypto'

/** A version of a rule before it is written. */
export interface NewRuleVersion {
  readonly coalitionId: string
  readonly id: string
  readonly ruleId: string
  /** 1 for the first. */
  readonly version: number
  /** JSON. */
  readonly definition: string
  readonly template: string | null
  /** To the millisecond. */
  readonly createdAt: Date
  /** The person, or the API key that acts for none. */
  readonly createdById: string
}

/** SHA-256 over all of a version, hex. `verify` reckons it in SQL, in words of its own. */
export function ruleVersionDigest(version: NewRuleVersion): string {
  const { coalitionId, id, ruleId, definition, template, createdAt, createdById } = version
  const line = [
    ...[coalitionId, id, ruleId, String(version.version), JSON.stringify(definition)],
    ...[template === null ? '' : JSON.stringify(template), String(createdAt.getTime() * 1_000), createdById],
  ]
  return createHash('sha256').update(line.join('|')).digest('hex')
}
