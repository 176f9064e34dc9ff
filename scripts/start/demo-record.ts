import type { JsonWebKey } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoKeys, DemoStaffLogin, MemberHandle } from '@artel/cli'

/** Everything that a person or a program needs to use a running demo; the same facts as the printed page. */
export interface DemoRecord {
  readonly api: string
  readonly graphql: string
  readonly graphiql: string
  readonly widget: string
  readonly sites: Readonly<Record<MemberHandle, string>>
  readonly coalitionId: string
  readonly members: Readonly<Record<MemberHandle, string>>
  readonly customers: readonly DemoLogin[]
  readonly keys: DemoKeys
  readonly portal: string
  /** Where customers sign in by phone and code, without a shop's site. */
  readonly customerPage: string
  /** Who signs in to the portal. */
  readonly staff: readonly DemoStaffLogin[]
  /** May open coalitions on this deployment. */
  readonly operatorKey: string
  /** Seals the secrets of second factors. */
  readonly secretsKey: string
  /** Signs the tokens of widget sessions: a private Ed25519 JWK. */
  readonly sessionKey: JsonWebKey
  /** With which the car wash signs its customers' tokens itself; its public half is registered. */
  readonly washTokenKey: TokenKey
  readonly databaseUrl: string
}

/** A member's own signing key. */
export interface TokenKey {
  readonly kid: string
  /** A private Ed25519 JWK. */
  readonly privateJwk: JsonWebKey
}

/** A customer to sign in as on the sites. */
export interface DemoLogin {
  readonly id: string
  readonly name: string
  readonly nameEn?: string
  readonly phone: string
  readonly story: { readonly en: string; readonly ru: string }
}

const recordPath = (dataDir: string) => join(dataDir, 'demo.json')

/** What the last start of this data directory wrote, or undefined: secrets in it are kept from start to start. */
export function readDemoRecord(dataDir: string): Partial<DemoRecord> | undefined {
  try {
    return JSON.parse(readFileSync(recordPath(dataDir), 'utf8')) as Partial<DemoRecord>
  } catch {
    return undefined // the first start, or somebody has removed or edited it: it is made anew
  }
}

/** Writes the record for its owner's eyes only: it holds secrets. */
export function writeDemoRecord(dataDir: string, record: DemoRecord): void {
  const path = recordPath(dataDir)
  writeFileSync(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
