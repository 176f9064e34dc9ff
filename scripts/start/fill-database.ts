import { createHash } from 'node:crypto'
import { secretsKeyFrom } from '@artel/api/parts'
import {
  type DemoCoalition,
  type DemoKeys,
  type DemoStaffLogin,
  demoIsSeeded,
  ensureDemoCoalition,
  ensureDemoStaff,
  type MemberHandle,
  makeDemoKeys,
  personas,
  seedDemo,
} from '@artel/cli'
import { generateTokenKeyPair } from '@artel/sdk/token'
import { migrate, openStore, type Store } from '@artel/store'
import { encodePublicId, registerTokenKey, updateMember } from '@artel/use-cases'
import { type DemoLogin, readDemoRecord, type TokenKey } from './demo-record.ts'
import { demoSites } from './demo-sites.ts'
import type { DemoWords } from './demo-words.ts'
import { showStep } from './show-step.js'

export interface FilledDatabase {
  /** Public ids. */
  readonly coalitionId: string
  readonly members: Readonly<Record<MemberHandle, string>>
  readonly customers: readonly DemoLogin[]
  readonly keys: DemoKeys
  readonly washTokenKey: TokenKey
  readonly staff: readonly DemoStaffLogin[]
}

export interface FillOptions {
  readonly databaseUrl: string
  readonly dataDir: string
  readonly siteUrls: Readonly<Record<MemberHandle, string>>
  readonly words: DemoWords
  /** Passphrase of the deployment, which seals second factors. */
  readonly secretsKey: string
  readonly signal: AbortSignal
}

const BAR_CELLS = 24

/** Brings the database to where the demo can be served: tables, the town's year, keys that work, the sites' origins. */
export async function fillDatabase(options: FillOptions): Promise<FilledDatabase> {
  const { databaseUrl, words } = options
  await showStep(words.migrating, () => migrate({ databaseUrl }))
  const store = await openStore({ databaseUrl })
  try {
    if (!(await demoIsSeeded(store))) await seedWithBar(store, options)
    const demo = await ensureDemoCoalition(store, 0)
    await allowSites(demo, options.siteUrls)
    return {
      coalitionId: encodePublicId('coalition', demo.coalition.id),
      members: memberIds(demo),
      customers: await logins(store, demo),
      keys: await workingKeys(store, demo, options.dataDir),
      washTokenKey: await registeredTokenKey(store, demo, options.dataDir),
      staff: await ensureDemoStaff(
        demo,
        secretsKeyFrom(options.secretsKey),
        readDemoRecord(options.dataDir)?.staff,
      ),
    }
  } finally {
    await store.close()
  }
}

async function seedWithBar(store: Store, { words, signal }: FillOptions): Promise<void> {
  await showStep(words.seeding, (progress) =>
    seedDemo({
      store,
      signal,
      onProgress: ({ day, days, sales }) => {
        const cells = Math.round((day / days) * BAR_CELLS)
        progress(`${'█'.repeat(cells)}${'░'.repeat(BAR_CELLS - cells)} ${words.purchases(sales)}`)
      },
    }),
  )
}

/** The keys that the last start showed, as long as they still work; else new ones. */
async function workingKeys(store: Store, demo: DemoCoalition, dataDir: string): Promise<DemoKeys> {
  const known = readDemoRecord(dataDir)?.keys
  if (!known) return makeDemoKeys(demo)
  // A record of an older version lacks a key.
  const secretHashes = [known.admin, known.accountant ?? '', ...Object.values(known.members)].map((secret) =>
    createHash('sha256').update(secret).digest('hex'),
  )
  const valid = await store.prisma.apiKey.count({
    where: { coalitionId: demo.coalition.id, secretHash: { in: secretHashes }, revokedAt: null },
  })
  return valid === secretHashes.length ? known : makeDemoKeys(demo)
}

/** The car wash's own signing key: the last start's as long as it is registered, else a new one. */
async function registeredTokenKey(store: Store, demo: DemoCoalition, dataDir: string): Promise<TokenKey> {
  const known = readDemoRecord(dataDir)?.washTokenKey
  const member = demo.members.blesk
  if (known) {
    const where = { coalitionId: demo.coalition.id, memberId: member.id, kid: known.kid, revokedAt: null }
    if (await store.prisma.tokenKey.findFirst({ where })) return known
  }
  const { kid, publicJwk, privateJwk } = await generateTokenKeyPair()
  await registerTokenKey(member.context, { kid, publicJwk: { ...publicJwk } })
  return { kid, privateJwk: { ...privateJwk } }
}

/** Lets the pages of the sites call the API, where they are served today. */
async function allowSites(demo: DemoCoalition, urls: FillOptions['siteUrls']): Promise<void> {
  for (const { member } of demoSites) {
    const allowedOrigins = [urls[member], urls[member].replace('localhost', '127.0.0.1')]
    await updateMember(demo.members[member].context, { allowedOrigins })
  }
}

function memberIds(demo: DemoCoalition): Readonly<Record<MemberHandle, string>> {
  const id = (member: MemberHandle) => encodePublicId('member', demo.members[member].id)
  return { 'motor-yard': id('motor-yard'), blesk: id('blesk'), kolenval: id('kolenval') }
}

async function logins(store: Store, demo: DemoCoalition): Promise<DemoLogin[]> {
  const phones = personas.map((persona) => persona.phone)
  const rows = await store.prisma.customer.findMany({
    where: { coalitionId: demo.coalition.id, phone: { in: phones } },
  })
  return personas.flatMap(({ name, nameEn, phone, story }) => {
    const row = rows.find((one) => one.phone === phone)
    return row ? [{ id: encodePublicId('customer', row.id), name, nameEn, phone, story }] : []
  })
}
