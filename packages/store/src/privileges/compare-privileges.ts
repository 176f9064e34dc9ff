import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/** Everything that the migrations leave, a fact a line, as `readPrivileges` says it. */
export const PRIVILEGES_FILE = fileURLToPath(new URL('../../prisma/privileges.txt', import.meta.url))

/** A fact of the database that is not as the migrations leave it, and what puts it right. */
export interface PrivilegeFault {
  readonly fault: string
  /** Undefined where no grant can help: the object itself is not there. */
  readonly repair: string | undefined
}

/** Objects whose owner is no fact: without a grant they have none, and are there all the same. */
const UNOWNED = ['schema public', 'table _prisma_migrations']

interface Fact {
  readonly line: string
  /** `table entry`, `function post_entries`, `schema public`. */
  readonly object: string
  readonly grantee: string
  /** `owner`, or a privilege with its column: `update (sent_at)`. */
  readonly right: string
}

/** The facts that a migrated database shows. */
export async function expectedPrivileges(): Promise<string[]> {
  const text = await readFile(PRIVILEGES_FILE, 'utf8')
  return text.split('\n').filter((line) => line !== '')
}

/**
 * What of `found` is not as `expected`, in the order in which it can be put right: the rights on the schema that an owner
 * needs, then owners, then what is too much, then what is missing. Objects that the migrations do not know are an
 * administrator's own and are left alone.
 */
export function comparePrivileges(expected: readonly string[], found: readonly string[]): PrivilegeFault[] {
  const wanted = expected.map(parseFact)
  const present = found.map(parseFact)
  const known = new Set(wanted.map((fact) => fact.object))
  const there = new Set([...present.map((fact) => fact.object), ...UNOWNED])
  const missingObjects = [...known].filter((object) => !there.has(object))
  const lacking = wanted.filter((fact) => there.has(fact.object) && !found.includes(fact.line))
  const excess = present.filter(
    (fact) => known.has(fact.object) && fact.right !== 'owner' && !expected.includes(fact.line),
  )
  const onSchema = (fact: Fact) => fact.object === 'schema public'
  return [
    ...missingObjects.map((object) => ({ fault: `${object} is missing`, repair: undefined })),
    ...lacking.filter(onSchema).map(grantOf),
    ...lacking.filter((fact) => fact.right === 'owner').map(ownerOf),
    ...excess.map(revokeOf),
    ...lacking.filter((fact) => fact.right !== 'owner' && !onSchema(fact)).map(grantOf),
  ]
}

function parseFact(line: string): Fact {
  const [, object = '', first = '', rest = ''] = /^(\w+ \w+): (\w+) (.+)$/.exec(line) ?? []
  const isOwner = first === 'owner'
  return { line, object, grantee: isOwner ? rest : first, right: isOwner ? 'owner' : rest }
}

const grantOf = ({ object, grantee, right }: Fact): PrivilegeFault => ({
  fault: `${grantee} lacks ${right} on ${object}`,
  repair: `grant ${right} on ${object} to ${grantee}`,
})

const revokeOf = ({ object, grantee, right }: Fact): PrivilegeFault => ({
  fault: `${grantee} has ${right} on ${object}`,
  repair: `revoke ${right} on ${object} from ${grantee}`,
})

const ownerOf = ({ object, grantee }: Fact): PrivilegeFault => ({
  fault: `${object} is not owned by ${grantee}`,
  repair: `alter ${object} owner to ${grantee}`,
})
