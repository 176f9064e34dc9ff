import { CliError, portIsFree } from '@artel/cli'
import { demoSites } from './demo-sites.ts'
import { type DemoWords, demoWords } from './demo-words.ts'
import type { DemoPorts } from './start-demo.ts'

/** Fails with one line that names every port of the demo on which somebody else listens. */
export async function refuseBusyPorts(ports: DemoPorts, words: DemoWords): Promise<void> {
  const wanted = [
    { port: ports.api, name: 'API' },
    ...demoSites.map((site) => ({ port: ports[site.member], name: site.name[words.language] })),
  ]
  const free = await Promise.all(wanted.map(({ port }) => portIsFree(port)))
  const busy = wanted.filter((_, index) => !free[index]).map(({ port, name }) => `${port} (${name})`)
  if (busy.length === 0) return
  const taken = busy.join(', ')
  throw new CliError(demoWords.en.portsBusy(taken), { ru: demoWords.ru.portsBusy(taken) })
}
