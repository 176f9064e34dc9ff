import { PermissionError, type Principal, type SessionLack, statusAllows } from '@artel/use-cases'
import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { ApiContext } from '../context.ts'
import { requestError } from '../errors/request-error.ts'
import type { AccessRule } from './access-rule.ts'
import { ACCESS } from './access-rules.ts'
import { noteDenied, noteRefusals } from './note-refusals.ts'

/** Wraps every root field in its rule. Throws at start when a field has no rule or a rule has no field. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  const unmet = new Set(Object.keys(ACCESS))
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const name = `${type?.name}.${field.name}`
      const rule = ACCESS[name]
      if (!rule) throw new Error(`${name} has no access rule: add one to auth/access.ts`)
      unmet.delete(name)
      // Of a subscription both: it begins behind its rule, and so does each event of it.
      if (field.subscribe) field.subscribe = behind(rule, name, field.subscribe)
      field.resolve = behind(rule, name, field.resolve ?? defaultFieldResolver)
    }
  }
  if (unmet.size > 0) throw new Error(`Access rules without a field: ${[...unmet].join(', ')}`)
  return schema
}

function behind(
  rule: AccessRule,
  name: string,
  resolve: GraphQLFieldResolver<unknown, ApiContext>,
): GraphQLFieldResolver<unknown, ApiContext> {
  const field = name.slice(name.indexOf('.') + 1)
  const run = name.startsWith('Mutation.') ? noteRefusals(field, resolve) : resolve
  return (root, args, context, info) => {
    try {
      assertGranted(rule, context.principal, name)
    } catch (error) {
      noteDenied(context, field, error)
      throw error
    }
    assertOneIdempotencyKey(args, context.idempotencyKeyHeader)
    return run(root, args, context, info)
  }
}

/** Throws UNAUTHENTICATED for an anonymous caller and FORBIDDEN for any other caller that the rule does not admit. */
export function assertGranted(rule: AccessRule, principal: Principal, name: string): void {
  const grant = rule[principal.kind]
  if (rule.inPerson && grant === true && !('sessionId' in principal && principal.sessionId))
    throw new PermissionError(`${name} is for people: sign in instead of using a key.`)
  if (
    rule.inPerson &&
    !rule.beforeFactor &&
    principal.kind === 'person' &&
    principal.lacks === 'SECOND_FACTOR'
  )
    throw new PermissionError(`${name}: ${WHAT_IS_LACKING.SECOND_FACTOR}`)
  if (grant === true) return
  if (principal.kind === 'anonymous') {
    throw requestError(
      'UNAUTHENTICATED',
      `${name} needs a key: send "Authorization: Bearer <API key or token>".`,
    )
  }
  if (principal.kind === 'person') throw new PermissionError(`${name}: ${WHAT_IS_LACKING[principal.lacks]}`)
  if (grant === false) {
    throw new PermissionError(`${name} is not for ${principal.kind} callers. Use a key of another kind.`)
  }
  const scopes: ReadonlySet<string> = 'scopes' in principal ? principal.scopes : new Set()
  if (!grant.some((scope) => scopes.has(scope))) {
    throw new PermissionError(
      `${name} needs the scope ${grant.join(' or ')}, which this key lacks.`,
      grant[0] ?? null,
    )
  }
  if (principal.kind === 'member' && rule.read && !statusAllows(rule.read, principal.status)) {
    throw new PermissionError(
      `${name} is not for a member that is ${principal.status}. Accept the terms, or ask the coalition.`,
    )
  }
}

/** What somebody signed in does before anything else. */
const WHAT_IS_LACKING: Readonly<Record<SessionLack, string>> = {
  PLACE: 'name the coalition or the member that it is about in the header Artel-Acting-For; `me` lists them.',
  SECOND_FACTOR: 'give the second factor first: sessionConfirmTotp.',
  ENROLMENT: 'your role demands a second factor: totpEnrol, then totpConfirm.',
  CLOSED:
    'the member has left the coalition, and your role ended with it. Ask the coalition for a link to a statement.',
  NOTHING: 'you have no role any more. Ask whoever invited you.',
}

/** The header is an alias of `input.idempotencyKey`: when both are sent, they must be equal. */
function assertOneIdempotencyKey(args: Record<string, unknown>, header: string | null): void {
  if (header === null) return
  const input = args.input as { idempotencyKey?: string } | undefined
  if (input?.idempotencyKey !== undefined && input.idempotencyKey !== header) {
    throw requestError(
      'BAD_USER_INPUT',
      'The Idempotency-Key header differs from input.idempotencyKey. Send one key, or the same twice.',
    )
  }
}
