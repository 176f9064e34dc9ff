import { InvalidInputError } from '@artel/ledger'
import { hash, verify } from '@node-rs/argon2'
import { bucketOf, type StaffDoor } from '../session/staff-door.ts'

const PIN = /^[0-9]{4,8}$/
const DIGITS = 10

/** Whose PIN it is: one of a person at one member. */
export interface PinOwner {
  readonly coalitionId: string
  readonly memberId: string
  readonly personId: string
}

/** A PIN of 4 to 8 digits that is not among the first ones tried; InvalidInputError otherwise. */
export function checkPin(path: readonly string[], pin: string): string {
  if (!PIN.test(pin)) throw new InvalidInputError({ path, problem: 'Must be 4 to 8 digits.' })
  if (isRun(pin) || isRepeated(pin) || isYear(pin))
    throw new InvalidInputError({
      path,
      problem: 'Must be hard to guess: no run of digits, nothing repeated, no year.',
    })
  return pin
}

/** 1234, 9876, 7890: each digit one more, or one less, than the digit before. */
function isRun(pin: string): boolean {
  const steps = new Set(
    [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + DIGITS) % DIGITS),
  )
  return steps.size === 1 && (steps.has(1) || steps.has(DIGITS - 1))
}

/** 1111, 1212, 123123: a beginning over and over; and 1122: every digit twice. */
function isRepeated(pin: string): boolean {
  return /^(.+)\1+$/.test(pin) || /^((.)\2)+$/.test(pin)
}

/** A year that somebody who works today was born in, or is in now. */
const isYear = (pin: string): boolean => /^(19[3-9]|20[0-3])[0-9]$/.test(pin)

/**
 * What a PIN is hashed with besides itself: ten thousand PINs are tried against a bare hash within minutes, and the database alone
 * does not have this. It differs by owner, so that no hash counts for anybody else.
 */
const pepperOf = (door: StaffDoor, { coalitionId, memberId, personId }: PinOwner) =>
  Buffer.from(bucketOf(door, 'pin pepper', coalitionId, memberId, personId), 'hex')

/** argon2id in PHC form, with the parameters of the library: 19 MiB, two passes. */
export const hashPin = (door: StaffDoor, owner: PinOwner, pin: string): Promise<string> =>
  hash(pin, { secret: pepperOf(door, owner) })

/** A hash of nothing that anybody knows: who has no PIN costs the time of who has one. */
let nobodysHash: Promise<string> | undefined

/** Whether a PIN is that of the hash. Without a hash the answer is false, after the same time. */
export async function isPin(
  door: StaffDoor,
  { pinHash, pin, ...owner }: PinOwner & { readonly pinHash: string | null; readonly pin: string },
): Promise<boolean> {
  nobodysHash ??= hash(crypto.randomUUID())
  // A text that is no PIN is compared too: it is a wrong one like any other.
  const isRight = await verify(pinHash ?? (await nobodysHash), pin.slice(0, 64), {
    secret: pepperOf(door, owner),
  })
  return isRight && pinHash !== null
}
