import { InvalidInputError } from '@artel/ledger'
import { hash, verify } from '@node-rs/argon2'

const MIN_LENGTH = 10
const MAX_LENGTH = 256
/** An argon2id hash of nothing that anybody knows: an unknown e-mail costs the time that a known one does. */
let nobodysHash: Promise<string> | undefined

/** A password in the form that is hashed: NFC, 10 to 256 characters, no part of the e-mail. InvalidInputError otherwise. */
export function checkPassword(path: readonly string[], value: string, email: string): string {
  const password = value.normalize('NFC')
  if (password.length < MIN_LENGTH)
    throw new InvalidInputError({ path, problem: `Must have ${MIN_LENGTH} characters or more.` })
  if (password.length > MAX_LENGTH)
    throw new InvalidInputError({ path, problem: `Must have at most ${MAX_LENGTH} characters.` })
  if (email.includes(password.toLowerCase()) || new Set(password).size < 3)
    throw new InvalidInputError({
      path,
      problem: 'Must not be a part of the e-mail or one character over and over.',
    })
  return password
}

/** argon2id in PHC form, with the parameters of the library: 19 MiB, two passes. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** Whether the password is that of the hash. Without a hash the answer is false, after the same time. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash(crypto.randomUUID())
  const tried = password.normalize('NFC').slice(0, MAX_LENGTH)
  const isRight = await verify(passwordHash ?? (await nobodysHash), tried)
  return isRight && passwordHash !== null
}
