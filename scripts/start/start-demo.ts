import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { SERVER_NODE_FLAGS } from '@artel/api/server-node-flags'
import {
  acquireInstanceLock,
  DEMO_HANDLE,
  type InstanceLock,
  type MemberHandle,
  prepareDataDirectory,
} from '@artel/cli'
import { startEmbedded } from '@artel/store'
import { type DemoLogin, type DemoRecord, readDemoRecord, writeDemoRecord } from './demo-record.ts'
import { demoSites } from './demo-sites.ts'
import type { DemoWords } from './demo-words.ts'
import { type FilledDatabase, fillDatabase } from './fill-database.ts'
import { refuseBusyPorts } from './refuse-busy-ports.ts'
import { repositoryRoot } from './repository-root.js'
import { showStep } from './show-step.js'
import { type Child, startChild } from './start-child.ts'
import { waitUntilAnswers } from './wait-until-answers.ts'

/** Where the demo listens. */
export type DemoPorts = Readonly<Record<'api' | MemberHandle, number>>

export interface DemoOptions {
  readonly dataDir: string
  /** Another server than the embedded one. */
  readonly databaseUrl: string | undefined
  readonly ports: DemoPorts
  readonly words: DemoWords
  readonly signal: AbortSignal
  /** Called when the API answers and before the sites start: more customers to sign in as. */
  readonly moreLogins?: (record: DemoRecord) => Promise<readonly DemoLogin[]>
}

export interface RunningDemo {
  readonly record: DemoRecord
  /** Resolves when any part of it ends by itself, with one line that says how. */
  readonly broken: Promise<string>
  stop(): Promise<void>
}

/** What has been started, to be stopped in the reverse order. */
type Undo = (() => unknown)[]

/**
 * Starts everything that a newcomer sees: the database, migrated and filled, the API with its worker, and the three
 * partner sites. Whatever was started is stopped again when a later part fails.
 */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  const { dataDir, ports, words, signal } = options
  prepareDataDirectory(dataDir)
  const lock = acquireInstanceLock(dataDir, new Date())
  const undo: Undo = [() => lock.release()]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    await refuseBusyPorts(ports, words)
    const databaseUrl = options.databaseUrl ?? (await showStep(words.database, () => embedded(dataDir, undo)))
    const secretsKey = readDemoRecord(dataDir)?.secretsKey ?? randomBytes(24).toString('base64url')
    const filled = await fillDatabase({
      ...{ databaseUrl, dataDir, siteUrls: siteUrls(ports), words, secretsKey, signal },
    })
    const record = { ...makeRecord(databaseUrl, filled, ports, dataDir), secretsKey }
    const children: Child[] = []
    await showStep(words.serving, async () => {
      const api = startApi(record, dataDir, ports.api)
      children.push(api)
      undo.push(() => api.stop())
      await waitUntilAnswers(`${record.api}/readyz`, api, signal)
      const logins = [...record.customers, ...((await options.moreLogins?.(record)) ?? [])]
      const sites = startSites({ ...record, customers: logins }, dataDir, ports)
      children.push(...sites)
      undo.push(() => Promise.all(sites.map((site) => site.stop())))
      await Promise.all(sites.map((site, index) => waitUntilAnswers(siteUrl(ports, index), site, signal)))
    })
    publishAddresses(lock, dataDir, record)
    return { record, broken: Promise.race(children.map((child) => child.ended)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function embedded(dataDir: string, undo: Undo): Promise<string> {
  const server = await startEmbedded({ dataDir })
  undo.push(() => server.stop())
  return server.databaseUrl
}

function startApi(record: DemoRecord, dataDir: string, port: number): Child {
  return startChild({
    name: 'API',
    cwd: repositoryRoot,
    args: [...SERVER_NODE_FLAGS, join(repositoryRoot, 'packages/cli/bin/artel.js'), 'serve'],
    env: {
      PORT: String(port),
      DATABASE_URL: record.databaseUrl,
      ARTEL_DATA_DIR: dataDir,
      ARTEL_OPERATOR_KEY: record.operatorKey,
      // Receivers of whoever tries it out are on this machine.
      ARTEL_PRIVATE_WEBHOOKS: '1',
      ARTEL_SESSION_KEY: JSON.stringify(record.sessionKey),
      ARTEL_SECRETS_KEY: record.secretsKey,
      ARTEL_MESSAGES_DIR: join(dataDir, 'messages'),
      ARTEL_PUBLIC_URL: record.api,
    },
    logFile: join(dataDir, 'logs', 'api.log'),
  })
}

function startSites(record: DemoRecord, dataDir: string, ports: DemoPorts): Child[] {
  const customers = record.customers.map(({ id, name, nameEn, phone }) => ({ id, name, nameEn, phone }))
  return demoSites.map(({ member, folder }) =>
    startChild({
      name: folder,
      cwd: join(repositoryRoot, folder),
      args: ['server.js'],
      env: {
        PORT: String(ports[member]),
        PUBLIC_URL: record.sites[member],
        ARTEL_API_URL: record.graphql,
        ARTEL_API_KEY: record.keys.members[member],
        ARTEL_MEMBER_ID: record.members[member],
        ARTEL_WIDGET_URL: record.widget,
        DEMO_CUSTOMERS: JSON.stringify(customers),
        ORDERS_FILE: join(dataDir, `${member}-orders.json`),
        ...(member === 'blesk' ? tokenKeyOf(record) : {}),
      },
      logFile: join(dataDir, 'logs', `${member}.log`),
    }),
  )
}

/** The car wash shows a member that signs tokens itself; the others ask the API for theirs. */
function tokenKeyOf({ washTokenKey: { kid, privateJwk } }: DemoRecord) {
  return { ARTEL_TOKEN_KID: kid, ARTEL_TOKEN_PRIVATE_JWK: JSON.stringify(privateJwk) }
}

const localUrl = (port: number) => `http://localhost:${port}`
const siteUrl = (ports: DemoPorts, index: number) => localUrl(ports[demoSites[index]?.member ?? 'api'])

function siteUrls(ports: DemoPorts): Readonly<Record<MemberHandle, string>> {
  return {
    'motor-yard': localUrl(ports['motor-yard']),
    blesk: localUrl(ports.blesk),
    kolenval: localUrl(ports.kolenval),
  }
}

/** Secrets of this data directory stay as they were; the rest is as it is now. */
function makeRecord(
  databaseUrl: string,
  filled: FilledDatabase,
  ports: DemoPorts,
  dataDir: string,
): Omit<DemoRecord, 'secretsKey'> {
  const before = readDemoRecord(dataDir)
  const api = localUrl(ports.api)
  return {
    api,
    graphql: `${api}/graphql`,
    graphiql: `${api}/graphiql#key=${filled.keys.members['motor-yard']}`,
    widget: `${api}/widget/artel.js`,
    sites: siteUrls(ports),
    coalitionId: filled.coalitionId,
    members: filled.members,
    customers: filled.customers,
    keys: filled.keys,
    portal: `${api}/portal`,
    customerPage: `${api}/c/${DEMO_HANDLE}`,
    staff: filled.staff,
    washTokenKey: filled.washTokenKey,
    operatorKey: before?.operatorKey ?? `op_${randomBytes(24).toString('base64url')}`,
    sessionKey: before?.sessionKey ?? generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }),
    databaseUrl,
  }
}

function publishAddresses(lock: InstanceLock, dataDir: string, record: DemoRecord): void {
  writeDemoRecord(dataDir, record)
  lock.publish({ databaseUrl: record.databaseUrl, addresses: { api: record.api, ...record.sites } })
}
