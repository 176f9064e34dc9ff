import { randomInt } from 'node:crypto'
import { bucketOf, type StaffDoor } from '../session/staff-door.ts'

/** Digits and letters that nobody takes for one another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 10

/** A fresh code, `XXXXX-XXXXX`: 49 bits, for somebody to type at a till. */
export function makePinCode(): string {
  const letters = Array.from({ length: LETTERS }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
  return `${letters.slice(0, LETTERS / 2)}-${letters.slice(LETTERS / 2)}`
}

/** What is stored of a code, whatever case and separators it is typed in: hex. Without the deployment's key nobody finds it. */
export const hashPinCode = (door: StaffDoor, memberId: string, code: string): string =>
  bucketOf(door, 'pin code', memberId, code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
