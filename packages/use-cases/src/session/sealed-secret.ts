import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16
const VERSION = 'v1'

/** Seals a secret for one person with AES-256-GCM: `v1.<base64url of iv, tag and ciphertext>`. */
export function sealSecret(secretsKey: Uint8Array, personId: string, secret: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, secretsKey, iv).setAAD(Buffer.from(personId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return `${VERSION}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

/** Opens what was sealed for the person. Throws when the key is another, or a byte was changed: a fault of the deployment. */
export function openSecret(secretsKey: Uint8Array, personId: string, sealed: string): string {
  const [version, text] = sealed.split('.')
  if (version !== VERSION || text === undefined) throw new Error('A sealed secret is of no known version')
  const bytes = Buffer.from(text, 'base64url')
  const decipher = createDecipheriv(ALGORITHM, secretsKey, bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(personId))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  )
}
