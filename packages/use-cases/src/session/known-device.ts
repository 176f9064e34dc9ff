import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Store } from '@artel/store'
import { encodeBase58 } from '../ids/public-id.ts'
import { bucketOf, networkShown, type StaffDoor } from './staff-door.ts'

const NAME_BYTES = 16

/** What a browser keeps of a proven sign-in: `<name>.<hmac>`. It opens nothing; attempts with it are counted by it alone. */
export function makeDeviceProof(door: StaffDoor, email: string): string {
  const name = encodeBase58(randomBytes(NAME_BYTES))
  return `${name}.${sealOf(door, email, name)}`
}

/** The name of the caller's device, if its browser kept a proof of this e-mail; null otherwise. */
export function deviceOf(door: StaffDoor, email: string): string | null {
  const [name = '', seal = ''] = door.deviceProof?.split('.') ?? []
  const expected = Buffer.from(sealOf(door, email, name))
  const given = Buffer.from(seal)
  return given.length === expected.length && timingSafeEqual(given, expected) ? name : null
}

const sealOf = (door: StaffDoor, email: string, name: string): string =>
  bucketOf(door, 'device proof', email, name)

/** Whether the person of this e-mail has signed in from the caller's network before, with the second factor if there is one. */
export async function isKnownHere({ prisma }: Store, door: StaffDoor, email: string): Promise<boolean> {
  // One read whether or not there is such a person: its time tells nothing.
  const session = await prisma.staffSession.findFirst({
    where: {
      ...{ network: networkShown(door.address), person: { email } },
      OR: [{ confirmedAt: { not: null } }, { person: { totpConfirmedAt: null } }],
    },
    select: { id: true },
  })
  return session !== null
}
