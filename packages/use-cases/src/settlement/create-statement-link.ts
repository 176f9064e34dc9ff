import { SignJWT } from 'jose'
import { requireAdmin } from '../access/authorise.ts'
import type { Context } from '../access/principal.ts'
import { recordAct } from '../audit/record-act.ts'
import { encodePublicId } from '../ids/public-id.ts'
import { checkInteger } from '../input/text.ts'
import type { SessionKey } from '../keys/create-widget-session.ts'
import { findStatement } from './write-statement.ts'

export interface CreateStatementLinkInput {
  readonly statementId: string
  /** 1 to 90. */
  readonly days: number
  readonly sessionKey: SessionKey
}

/** A link to one statement, for whoever holds it. */
export interface StatementLink {
  readonly statementId: string
  /** What the address of the document carries as `link`. */
  readonly token: string
  readonly expiresAt: Date
}

/** Audience of a link: no such token is a customer's, and no customer's token opens a statement. */
export const STATEMENT_LINK_AUDIENCE = 'artel-statement'
const MAX_DAYS = 90
const SECONDS_PER_DAY = 86_400

/**
 * Signs a link to one statement of the coalition, for a member whose keys ended with its closing, or for its accountant.
 * It opens this statement alone, in every format, until it expires by this process's clock. Administrators only.
 * Throws InvalidInputError and NotFoundError.
 */
export async function createStatementLink(
  context: Context,
  input: CreateStatementLinkInput,
): Promise<StatementLink> {
  const { coalitionId } = requireAdmin(context.principal, 'reports:read')
  const days = checkInteger(['days'], input.days, { min: 1, max: MAX_DAYS })
  const { statement } = await findStatement(context, input)
  const issuedAt = Math.floor(Date.now() / 1000)
  const expiresAt = issuedAt + days * SECONDS_PER_DAY
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: input.sessionKey.algorithm, typ: 'JWT' })
    .setIssuer(encodePublicId('coalition', coalitionId))
    .setSubject(encodePublicId('statement', statement.id))
    .setAudience(STATEMENT_LINK_AUDIENCE)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expiresAt)
    .sign(input.sessionKey.privateKey)
  // Nothing else is written: a link is known by its signature.
  await recordAct(context, context.store.prisma, {
    ...{ act: 'statementLinkCreate', coalitionId },
    memberId: statement.isAffiliates ? null : statement.memberId,
    subject: { type: 'statement', id: statement.id },
    details: { days },
  })
  return { statementId: statement.id, token, expiresAt: new Date(expiresAt * 1000) }
}
