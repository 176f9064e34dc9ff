import { decodePublicId, type Principal, STATEMENT_LINK_AUDIENCE } from '@artel/use-cases'
import { errors as joseErrors, jwtVerify } from 'jose'
import type { SessionVerifier } from './authenticate-customer-token.ts'

/** What a link opens: one statement, read as its coalition's auditor would. */
export interface LinkedStatement {
  readonly statementId: string
  readonly principal: Principal
}

/** The statement that a link was signed for; undefined when the signature, the audience or the time is wrong. */
export async function readStatementLink(
  token: string,
  { publicKey, algorithm }: SessionVerifier,
): Promise<LinkedStatement | undefined> {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [algorithm],
      audience: STATEMENT_LINK_AUDIENCE,
      requiredClaims: ['iss', 'sub', 'exp'],
    })
    const coalitionId = decodePublicId('coalition', payload.iss ?? '')
    const statementId = decodePublicId('statement', payload.sub ?? '')
    if (coalitionId === undefined || statementId === undefined) return undefined
    const scopes = new Set(['reports:read'])
    return { statementId, principal: { kind: 'admin', coalitionId, keyId: coalitionId, scopes } }
  } catch (error) {
    if (error instanceof joseErrors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}
