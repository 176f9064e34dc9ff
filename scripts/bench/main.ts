import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { migrate, openStore, startEmbedded, verify } from '@artel/store'
import { type Generator, startGenerator } from './generator/start-generator.ts'
import { type Load, type LoadResult, putLoad } from './load.ts'
import { balanceLoad, emptyLoad, saleLoad } from './loads.ts'
import { type BenchServer, SEMI_SPACE_MB, startServer } from './start-server.ts'
import { untilQuiet } from './until-quiet.ts'
import { type BenchWorld, giveLots, openBenchWorld } from './world.ts'

const quick = process.argv.includes('--quick')
const PLAN = quick
  ? { rounds: 3, seconds: 2, warmUpSeconds: 2, connections: 128, customers: 1_000, lots: 3 }
  : { rounds: 5, seconds: 5, warmUpSeconds: 5, connections: 128, customers: 5_000, lots: 3 }

const say = (line: string): void => void process.stderr.write(`${line}\n`)

function loadsOf(
  { api, empty, interactive }: Record<'api' | 'empty' | 'interactive', BenchServer>,
  world: BenchWorld,
  other: BenchWorld,
): Load[] {
  return [
    emptyLoad('emptyMutation', empty, 'mutation'),
    saleLoad('purchaseRecord', api, world, { totalMinor: 10_000, points: 0 }),
    saleLoad('purchaseRecordRedeeming', api, world, { totalMinor: 10_000, points: 4 }),
    saleLoad('interactiveTransaction', interactive, other, { totalMinor: 10_000, points: 0 }),
    emptyLoad('emptyQuery', empty, 'query'),
    balanceLoad('balance', api, world),
  ]
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Every ratio is taken within one round, where machine and noise are the same, and then the median of the rounds. */
function ratio(of: readonly LoadResult[], to: readonly LoadResult[]): number {
  const ratios = of.map(
    (result, at) => result.requestsPerSecond / Math.max(1, to[at]?.requestsPerSecond ?? 1),
  )
  return Math.round(median(ratios) * 100) / 100
}

async function measure(
  generator: Generator,
  loads: readonly Load[],
  databasePid: number,
): Promise<Map<string, LoadResult[]>> {
  const results = new Map<string, LoadResult[]>(loads.map(({ name }) => [name, []]))
  const { connections, rounds, seconds, warmUpSeconds } = PLAN
  for (const load of loads) {
    say(`warming up ${load.name}`)
    await putLoad(generator, load, { seconds: warmUpSeconds, connections, databasePid })
    await untilQuiet(load.pid, databasePid)
  }
  for (let round = 1; round <= rounds; round += 1)
    for (const load of loads) {
      const result = await putLoad(generator, load, { seconds, connections, databasePid })
      results.get(load.name)?.push(result)
      await untilQuiet(load.pid, databasePid)
      say(
        `round ${round} ${load.name}: ${result.requestsPerSecond}/s, p99 ${result.p99Ms} ms${result.wrong ? `, ${result.wrong} wrong: ${result.wrongSamples[0]}` : ''}`,
      )
    }
  return results
}

function report(
  results: Map<string, LoadResult[]>,
  verified: { ok: boolean; findings: unknown; checked: unknown },
) {
  const of = (name: string) => results.get(name) ?? []
  const figures = Object.fromEntries(
    [...results].map(([name, rounds]) => [
      name,
      {
        requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
        rounds: rounds.map((round) => round.requestsPerSecond),
        p50Ms: median(rounds.map((round) => round.p50Ms)),
        p99Ms: median(rounds.map((round) => round.p99Ms)),
        serverCpuMicros: median(rounds.map((round) => round.serverCpuMicros)),
        databaseCpuMicros: median(rounds.map((round) => round.databaseCpuMicros)),
        generatorCpuMicros: median(rounds.map((round) => round.generatorCpuMicros)),
        wrong: rounds.reduce((sum, round) => sum + round.wrong, 0),
      },
    ]),
  )
  const ratios = [
    {
      name: 'purchaseRecord / empty mutation',
      value: ratio(of('purchaseRecord'), of('emptyMutation')),
      bar: 0.6,
    },
    {
      name: 'purchaseRecord / interactive transaction',
      value: ratio(of('purchaseRecord'), of('interactiveTransaction')),
      bar: 5,
    },
    {
      name: 'purchaseRecord redeeming / empty mutation',
      value: ratio(of('purchaseRecordRedeeming'), of('emptyMutation')),
      bar: 0.5,
    },
    { name: 'balance / empty query', value: ratio(of('balance'), of('emptyQuery')), bar: 0.7 },
  ].map((line) => ({ ...line, met: line.value >= line.bar }))
  const machine = {
    cpu: cpus()[0]?.model,
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  }
  return {
    figures,
    ratios,
    plan: { ...PLAN, semiSpaceMb: SEMI_SPACE_MB },
    machine,
    versions: versions(),
    verify: verified,
  }
}

function versions(): Record<string, string> {
  const names = ['graphql', 'graphql-yoga', 'pg']
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]))
}

function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url)
  return existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
    : 'unknown'
}

function postmasterPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

async function main(): Promise<boolean> {
  const dataDir = mkdtempSync(join(tmpdir(), 'artel-bench-'))
  const database = await startEmbedded({ dataDir })
  const servers: BenchServer[] = []
  const generator = await startGenerator()
  try {
    await migrate(database)
    const store = await openStore(database)
    say(`${PLAN.customers} customers with ${PLAN.lots} lots each`)
    const [world, other] = [
      await openBenchWorld(store, PLAN.customers),
      await openBenchWorld(store, PLAN.customers),
    ]
    for (const each of [world, other]) await giveLots(store, each, PLAN.lots)
    await store.close()
    const start = async (role: 'api' | 'empty' | 'interactive', { coalitionId, memberId }: BenchWorld) => {
      const server = await startServer({ role, databaseUrl: database.databaseUrl, coalitionId, memberId })
      servers.push(server)
      return server
    }
    const roles = {
      api: await start('api', world),
      empty: await start('empty', world),
      interactive: await start('interactive', other),
    }
    const results = await measure(generator, loadsOf(roles, world, other), postmasterPid(dataDir))
    say('verifying')
    const verified = await verify(database)
    process.stdout.write(`${JSON.stringify(report(results, verified), null, 2)}\n`)
    const wrong = [...results.values()].flat().reduce((sum, result) => sum + result.wrong, 0)
    return verified.ok && wrong === 0
  } finally {
    generator.stop()
    for (const server of servers) server.stop()
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

process.on('message', () => process.exit(130))
process.once('disconnect', () => process.exit(130))
const ok = await main()
process.exit(ok ? 0 : 1)
