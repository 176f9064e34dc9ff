import { createHmac } from 'node:crypto'

/** What a door lends to the verbs of people: who is there, and the deployment's key and address. */
export interface StaffDoor {
  /** 32 bytes that only this deployment knows: seals the secrets of second factors. */
  readonly secretsKey: Uint8Array
  /** Browser and system of the caller in a few words. */
  readonly device: string
  /** The caller's address, or what stands for all addresses of one caller. Only a part of it is kept. */
  readonly address: string
  /** What the caller's browser kept of a sign-in before, as `makeDeviceProof` made it; null = nothing. */
  readonly deviceProof: string | null
  /** Address of the deployment, without a trailing slash: what links in letters begin with. */
  readonly publicUrl: string
}

/** What attempts are counted under: nobody reads an e-mail or an address out of it. Hex. */
export const bucketOf = ({ secretsKey }: Pick<StaffDoor, 'secretsKey'>, ...parts: string[]): string =>
  createHmac('sha256', secretsKey).update(JSON.stringify(parts)).digest('hex')

/** The part of an address that a person is shown of their own sessions: enough to tell home from abroad. */
export function networkShown(address: string): string {
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1]
  return v4 === undefined ? address.split(':').slice(0, 3).join(':') : `${v4}.x`
}
