import { openStore, type Store } from '@artel/store'
import { createLink, updateMember } from '@artel/use-cases'
import { aCoalition } from '@artel/use-cases/testing'
import type { Bench } from '../bench.ts'
import type { AttributionJob, AttributionResult } from '../links/attribution-job.ts'
import { forgetAttributions, openClickedWorld } from '../links/clicked-world.ts'
import type { Load } from '../load.ts'
import { startWorker } from '../run-worker.ts'
import type { BenchServer } from '../start-server.ts'
import { perRequest } from './http-rows.ts'
import { measureCost } from './measure-cost.ts'
import type { Figures, Meter, Row } from './row.ts'

const CLICKS = 1_000_000
const PURCHASES = 50_000
const PHONE =
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'

/** The path of a link that leads somewhere, in a coalition of its own. */
export async function openVisitedLink(store: Store): Promise<string> {
  const town = await aCoalition().withMember('wash').open(store)
  await updateMember(town.member('wash').context, { linkPages: ['https://wash.example/'] })
  const { link } = await createLink(town.member('wash').context, {
    name: 'Poster',
    utm: { source: 'poster' },
  })
  return `/r/${link.code}`
}

/** Visits by a phone, over and over, answered by a 302. */
export const visitLoad = (name: string, { port, pid }: BenchServer, path: string): Load => ({
  ...{ name, pid },
  request: {
    ...{ host: '127.0.0.1', port, path, method: 'GET', status: 302, body: [], expects: '' },
    headers: { 'user-agent': PHONE },
  },
})

/** Purchases of a coalition with a million clicks, attributed by the worker's own verb. The rate is purchases a second. */
export async function attributionRow(
  bench: Bench,
  meter: Meter,
): Promise<{ rows: Row[]; databaseUrls: string[] }> {
  const databaseUrl = await bench.database.addDatabase('bench_attribution')
  const store = await openStore({ databaseUrl })
  const { coalitionId } = await openClickedWorld(store, databaseUrl, { clicks: CLICKS, purchases: PURCHASES })
  await store.close()
  const worker = await startWorker<AttributionJob, AttributionResult>('./links/attribution-worker.ts', {
    args: [databaseUrl],
  })
  bench.processes.push(worker)
  const attribute = async () => {
    await forgetAttributions(databaseUrl)
    return worker.run({ coalitionId })
  }
  const row: Row = {
    ...{ name: 'attribution', pid: worker.pid },
    warmUp: async () => void (await attribute()),
    measure: async (): Promise<Figures> => {
      const { result, cost } = await measureCost(meter, worker.pid, attribute)
      return {
        perSecond: (result.purchases * 1_000) / result.ms,
        ...{ p50Ms: result.ms, p99Ms: result.ms, generatorCpuMicros: 0, wrong: 0, wrongSamples: [] },
        ...perRequest({ ...cost, serverCpuMicros: result.cpuMicros }, result.purchases),
      }
    },
  }
  return { rows: [row], databaseUrls: [databaseUrl] }
}
