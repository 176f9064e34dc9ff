import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { type AdminPrincipal, decodePublicId, encodePublicId, type MemberPrincipal } from '@artel/use-cases'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

type Caller = Pick<AdminPrincipal, 'coalitionId'> & Partial<Pick<MemberPrincipal, 'memberId'>>

/**
 * The place up to which events were looked through, sealed for the caller: the last of them may be somebody else's, and its id
 * would say that it is there, and when it happened. `secretsKey` is the deployment's; 32 bytes.
 */
export function sealPlace(eventId: string, caller: Caller, secretsKey: Uint8Array): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, keyOf(secretsKey), iv).setAAD(ownerOf(caller))
  const sealed = Buffer.concat([cipher.update(encodePublicId('event', eventId), 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The event up to which the caller's list was read; undefined for what is no place, or was sealed for another caller. */
export function openPlace(cursor: string, caller: Caller, secretsKey: Uint8Array): string | undefined {
  const named = decodePublicId('event', cursor)
  if (named !== undefined) return named
  const bytes = Buffer.from(cursor, 'base64url')
  if (bytes.length <= IV_BYTES + TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv(ALGORITHM, keyOf(secretsKey), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(ownerOf(caller))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const opened = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    return decodePublicId('event', opened.toString('utf8'))
  } catch {
    return undefined
  }
}

const keyOf = (secretsKey: Uint8Array) =>
  Buffer.from(hkdfSync('sha256', secretsKey, '', 'artel event cursor', KEY_BYTES))

const ownerOf = ({ coalitionId, memberId = '' }: Caller) => Buffer.from(`${coalitionId} ${memberId}`)
