import { randomBytes, timingSafeEqual } from 'node:crypto'
import { databaseNow, type Store } from '@artel/store'
import type { Person } from '@artel/store/prisma'
import { encodeBase58 } from '../ids/public-id.ts'
import { bucketOf, networkShown, type StaffDoor } from './staff-door.ts'

const NAME_BYTES = 16
/** So long a proof counts, seconds: a year. */
const PROOF_LIFE_SECONDS = 365 * 86_400

/** What a proof is bound to: another password or second factor ends it. */
type Secrets = Pick<Person, 'passwordHash' | 'totpSealed'>

/**
 * What a browser keeps of a proven sign-in: `<name>.<time>.<hmac>`. It opens nothing; attempts with it are counted by it alone.
 * It counts for a year, while password and second factor stay what they are: whoever once knew the password has no guesses at
 * the next one.
 */
export function makeDeviceProof(
  door: StaffDoor,
  { email, ...secrets }: Secrets & Pick<Person, 'email'>,
  now: Date,
): string {
  const name = encodeBase58(randomBytes(NAME_BYTES))
  const madeAt = String(Math.floor(now.getTime() / 1000))
  return `${name}.${madeAt}.${sealOf(door, secrets, [email, name, madeAt])}`
}

/** The name of the caller's device, if its browser kept a proof of this e-mail that still counts; null otherwise. */
export async function deviceOf(
  { prisma, pool }: Store,
  door: StaffDoor,
  email: string,
): Promise<string | null> {
  const [name = '', madeAt = '', seal = ''] = door.deviceProof?.split('.') ?? []
  if (seal === '') return null
  // The same work whether or not there is such a person: its time tells nothing.
  const person = await prisma.person.findUnique({
    where: { email },
    select: { passwordHash: true, totpSealed: true },
  })
  const now = await databaseNow(pool)
  const expected = Buffer.from(
    sealOf(door, person ?? { passwordHash: null, totpSealed: null }, [email, name, madeAt]),
  )
  const given = Buffer.from(seal)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  return now.getTime() / 1000 - Number(madeAt) < PROOF_LIFE_SECONDS ? name : null
}

const sealOf = (door: StaffDoor, { passwordHash, totpSealed }: Secrets, said: readonly string[]): string =>
  bucketOf(door, 'device proof', ...said, passwordHash ?? '', totpSealed ?? '')

/** Whether the person of this e-mail has signed in from the caller's network before, with the second factor if there is one. */
export async function isKnownHere({ prisma }: Store, door: StaffDoor, email: string): Promise<boolean> {
  // One read whether or not there is such a person: its time tells nothing.
  const session = await prisma.staffSession.findFirst({
    where: {
      // A PIN says less than what is asked for here.
      ...{ network: networkShown(door.address), person: { email }, startedBy: { not: 'PIN' } },
      OR: [{ confirmedAt: { not: null } }, { person: { totpConfirmedAt: null } }],
    },
    select: { id: true },
  })
  return session !== null
}
