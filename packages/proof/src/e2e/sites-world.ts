import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type RunningApi, startApi } from '@artel/api'
import { makeLog } from '@artel/api/parts'
import { createArtel } from '@artel/sdk'
import { generateTokenKeyPair } from '@artel/sdk/token'
import { createTestDatabase, type TestDatabase } from '@artel/store/testing'
import { advanceClock, encodePublicId, recordPurchase } from '@artel/use-cases'
import { aCoalition, aSale, type BuiltCoalition, roubles } from '@artel/use-cases/testing'

export type SiteName = 'auto-service' | 'car-wash' | 'parts-shop'

/** A coalition with its API, and the three partner sites as they are started by their owners. */
export interface SitesWorld {
  readonly database: TestDatabase
  readonly coalition: BuiltCoalition
  readonly sites: Readonly<Record<SiteName, string>>
  /** Public id of a customer by name. */
  customerId(name: string): string
  /** The customer's points in the books: all of them, held ones included. */
  balanceOf(name: string): Promise<bigint>
  /** Gives points by a purchase at the parts shop, which earns 4 %. */
  earn(name: string, points: number): Promise<void>
  /** Moves the coalition's clock ahead. Due holds are released only when somebody looks at them. */
  passDays(days: number): Promise<void>
  stop(): Promise<void>
}

/** Environment of a site that lacks nothing. */
export type SiteEnvironment = Readonly<Record<string, string>>

const members = {
  'auto-service': { handle: 'motor-yard', name: 'Моторный двор', kind: 'AUTO_SERVICE', percentBps: 500 },
  'car-wash': { handle: 'blesk', name: 'Блеск', kind: 'CAR_WASH', percentBps: 300 },
  'parts-shop': { handle: 'kolenval', name: 'Коленвал', kind: 'PARTS_SHOP', percentBps: 400 },
} as const
const names = Object.keys(members) as SiteName[]
/** Names in Latin letters, as a shop keeps them for its English pages. */
const latin: Readonly<Record<string, string>> = {
  'Анна Котова': 'Anna Kotova',
  'Пётр Ильин': 'Pyotr Ilyin',
  'Вера Лис': 'Vera Lis',
  'Глеб Чиж': 'Gleb Chizh',
  'Зоя Март': 'Zoya Mart',
}
const customers = ['Анна Котова', 'Пётр Ильин', 'Вера Лис', 'Глеб Чиж', 'Зоя Март'] as const

export const folderOf = (site: SiteName) =>
  fileURLToPath(new URL(`../../../../examples/${site}/`, import.meta.url))

/** Opens the coalition and starts everything on free ports, from what the packages and the parts shop have built. */
export async function openSites(): Promise<SitesWorld> {
  const database = await createTestDatabase()
  const widgetDir = fileURLToPath(new URL('../../../../packages/widget/dist/cdn', import.meta.url))
  const api = await startApi({
    store: database.store,
    port: 0,
    config: { widgetDir },
    log: makeLog('silent'),
  })
  const ports = await freePorts(names.length)
  const sites = Object.fromEntries(
    names.map((name, index) => [name, `http://localhost:${ports[index]}`]),
  ) as Record<SiteName, string>
  const coalition = await openCoalitionOf(database, sites)
  // The car wash signs its customers' tokens with a key of its own; the others ask the API for theirs.
  const keyOf = { 'car-wash': await ownTokenKey(api, coalition.member('blesk').apiKey) }
  const running = await Promise.all(
    names.map((name) =>
      startSite(name, { ...environmentOf(name, { api, coalition, sites }), ...keyOf[name as 'car-wash'] }),
    ),
  )
  return {
    database,
    coalition,
    sites,
    customerId: (name) => encodePublicId('customer', coalition.customer(name).id),
    balanceOf: async (name) => {
      const where = { coalitionId: coalition.id, customerId: coalition.customer(name).id }
      return (await database.store.prisma.customerAccount.findFirstOrThrow({ where })).posted
    },
    earn: async (name, points) => {
      const sale = aSale(coalition.customer(name), { total: roubles(points * 25) })
      await recordPurchase(coalition.member('kolenval').context, sale)
    },
    passDays: async (days) => {
      await advanceClock(coalition.adminContext, { seconds: days * 86_400 })
    },
    stop: async () => {
      await Promise.all(running.map(stopSite))
      await api.stop()
      await database.drop()
    },
  }
}

function openCoalitionOf(
  database: TestDatabase,
  sites: Readonly<Record<SiteName, string>>,
): Promise<BuiltCoalition> {
  let description = aCoalition({ name: 'Заречье', pointsName: 'баллы', pointsSymbol: 'Б' })
  for (const site of names) {
    const { handle, name, kind, percentBps } = members[site]
    description = description.withMember(handle, {
      name,
      kind,
      earnRule: { kind: 'PERCENT', percentBps },
      allowedOrigins: [sites[site]],
    })
  }
  for (const name of customers) description = description.withCustomer(name)
  return description.open(database.store)
}

function environmentOf(
  site: SiteName,
  world: { api: RunningApi; coalition: BuiltCoalition; sites: Readonly<Record<SiteName, string>> },
): SiteEnvironment {
  const member = world.coalition.member(members[site].handle)
  const logins = customers.map((name) => ({
    id: encodePublicId('customer', world.coalition.customer(name).id),
    name,
    nameEn: latin[name],
  }))
  return {
    PORT: new URL(world.sites[site]).port,
    PUBLIC_URL: world.sites[site],
    ARTEL_API_URL: `${world.api.url}/graphql`,
    ARTEL_API_KEY: member.apiKey,
    ARTEL_MEMBER_ID: encodePublicId('member', member.id),
    ARTEL_WIDGET_URL: `${world.api.url}/widget/artel.js`,
    DEMO_CUSTOMERS: JSON.stringify(logins),
  }
}

async function ownTokenKey(api: RunningApi, apiKey: string): Promise<SiteEnvironment> {
  const { kid, privateJwk, publicJwk } = await generateTokenKeyPair()
  const artel = createArtel({ url: `${api.url}/graphql`, apiKey })
  await artel.tokenKeys.register({ kid, publicJwk }).unwrap()
  return { ARTEL_TOKEN_KID: kid, ARTEL_TOKEN_PRIVATE_JWK: JSON.stringify(privateJwk) }
}

interface Site {
  readonly child: ChildProcess
  readonly output: string[]
}

/** Starts a site and waits for its one line; throws with what it printed when it ends before that. */
async function startSite(name: SiteName, environment: SiteEnvironment): Promise<Site> {
  const child = spawn(process.execPath, ['server.js'], { cwd: folderOf(name), env: { ...environment } })
  const output: string[] = []
  await new Promise<void>((listening, failed) => {
    child.stdout.on('data', (text) => {
      output.push(String(text))
      listening()
    })
    child.stderr.on('data', (text) => output.push(String(text)))
    child.once('exit', () => failed(new Error(`${name} ended: ${output.join('')}`)))
  })
  return { child, output }
}

/** Stops a site and insists that it goes by itself, and that it had printed nothing but its address. */
async function stopSite({ child, output }: Site): Promise<void> {
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code] = await exited
  if (code !== 0 || output.join('').trim().split('\n').length !== 1) {
    throw new Error(`A site ended with ${code} and printed:\n${output.join('')}`)
  }
}

/** Runs a site that cannot start and returns its exit code and what it said. */
export async function runRefusedSite(
  name: SiteName,
  environment: SiteEnvironment,
): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ['server.js'], { cwd: folderOf(name), env: { ...environment } })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const [code] = await once(child, 'close')
  return { code, said }
}

/** Ports that are free now; all are held until the last is found, so that they differ. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0)
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))))
  return ports
}
