import { Refusal } from '@artel/ledger'
import { isAudited, SystemError } from '@artel/use-cases'
import { GraphQLError, type GraphQLFieldResolver } from 'graphql'
import { type ApiContext, originOf } from '../context.ts'

type Resolver = GraphQLFieldResolver<unknown, ApiContext>

/** Notes for the audit log what an audited mutation is refused. What it does is recorded by its verb. */
export function noteRefusals(mutation: string, resolve: Resolver): Resolver {
  if (!isAudited(mutation)) return resolve
  return async (root, args, context, info) => {
    try {
      const result: unknown = await resolve(root, args, context, info)
      if (isRefusal(result)) noteRefusal(context, mutation, { error: result, args })
      return result
    } catch (error) {
      noteRefusal(context, mutation, { error, args })
      throw error
    }
  }
}

/** Notes that a caller may not ask for a field at all. Who has not said who they are is nobody to be told of. */
export function noteDenied(context: ApiContext, field: string, error: unknown): void {
  if (context.principal.kind !== 'anonymous') noteRefusal(context, field, { error, args: {} })
}

function noteRefusal(
  context: ApiContext,
  act: string,
  { error, args }: { readonly error: unknown; readonly args: Readonly<Record<string, unknown>> },
): void {
  const told = toldOf(error)
  if (told === undefined) return
  const { email } = (args.input ?? {}) as { readonly email?: unknown }
  context.denials.note({
    ...{ principal: context.principal, from: originOf(context), act, ...told },
    // Of whoever invites somebody the e-mail is another's.
    email: act === 'staffInvite' || typeof email !== 'string' ? null : email,
  })
}

/** The result unions wrap a refusal so that it is an instance of nothing; what made it is still there. */
const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && value.constructor?.prototype instanceof Refusal

/** Failures that are an answer to the caller; others are the deployment's own. */
const DENIALS: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED', 'THROTTLED'])

function toldOf(error: unknown): { outcome: 'REFUSED' | 'DENIED'; code: string } | undefined {
  const cause = error instanceof GraphQLError && error.originalError ? error.originalError : error
  if (isRefusal(cause)) return { outcome: 'REFUSED', code: cause.code }
  const code =
    cause instanceof SystemError
      ? cause.code
      : cause instanceof GraphQLError
        ? cause.extensions.code
        : undefined
  return typeof code === 'string' && DENIALS.has(code) ? { outcome: 'DENIED', code } : undefined
}
