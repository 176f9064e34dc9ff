import { decodePublicId, EXPORT_LINK_AUDIENCE } from '@artel/use-cases'
import { errors as joseErrors, jwtVerify } from 'jose'
import type { SessionVerifier } from './authenticate-customer-token.ts'

/** The file that an address was signed for; undefined when the signature, the audience or the time is wrong. Raw UUIDs. */
export async function readExportLink(
  token: string,
  { publicKey, algorithm }: SessionVerifier,
): Promise<{ readonly coalitionId: string; readonly id: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [algorithm],
      audience: EXPORT_LINK_AUDIENCE,
      requiredClaims: ['iss', 'sub', 'exp'],
    })
    const coalitionId = decodePublicId('coalition', payload.iss ?? '')
    const id = decodePublicId('export', payload.sub ?? '')
    return coalitionId === undefined || id === undefined ? undefined : { coalitionId, id }
  } catch (error) {
    if (error instanceof joseErrors.JOSEError || error instanceof TypeError) return undefined
    throw error
  }
}
