import type { Store } from '@artel/store'
import { decodePublicId, isKeyOver } from '@artel/use-cases'
import type { Exchange } from '../http/exchange.ts'
import { sendNotFound } from '../http/send-json.ts'

const PATH = /^\/members\/(mbr_[1-9A-HJ-NP-Za-km-z]{1,22})\/jwks\.json$/
/** A cache may keep it for so long; a token is held against the database all the same. */
const CACHE_SECONDS = 60

/**
 * Answers `GET /members/<id>/jwks.json`: the public keys by which a member's customer tokens are accepted now, as a JSON Web
 * Key Set (RFC 7517). For whoever rotates keys to see what has arrived, and for a member's other systems to verify its tokens.
 */
export async function answerTokenKeys({ path, response }: Exchange, store: Store): Promise<void> {
  const memberId = decodePublicId('member', PATH.exec(path)?.[1] ?? '')
  const member = memberId && (await findKeysOf(store, memberId))
  if (!member) return sendNotFound(response)
  const now = new Date()
  const keys = member.tokenKeys
    .filter((key) => !isKeyOver(key, now))
    .map(({ kid, algorithm: alg, publicJwk }) => ({ ...(publicJwk as object), kid, alg, use: 'sig' }))
  const text = JSON.stringify({ keys })
  response.writeHead(200, {
    'content-type': 'application/jwk-set+json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': `public, max-age=${CACHE_SECONDS}`,
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
  })
  response.end(text)
}

const findKeysOf = (store: Store, memberId: string) =>
  store.prisma.member.findFirst({
    where: { id: memberId, status: { not: 'CLOSED' } },
    select: {
      tokenKeys: {
        where: { revokedAt: null },
        orderBy: { kid: 'asc' },
        select: { kid: true, algorithm: true, publicJwk: true, revokedAt: true, endsAt: true },
      },
    },
  })
