import { createArtel } from '@artel/sdk'
import type { DemoRecord } from '../start/demo-record.ts'
import type { Report } from './report.ts'

/** Members of the demo, each of which has a statement of every month. */
const MEMBERS = 3

/**
 * The town settles as it lives: every month but the last is paid, the last waits for somebody, one line of it is disputed,
 * and an act is a paper of a few pages.
 */
export async function checkSettledTown(report: Report, record: DemoRecord): Promise<void> {
  const { settlement } = createArtel({ url: record.graphql, apiKey: record.keys.admin })
  await report.step('the town has settled its months, and the last waits for somebody', async () => {
    const [open, last, ...past] = await settlement.windows().toArray({ limit: 100 })
    const unsettled = past.filter(({ status }) => status !== 'SETTLED')
    if (open?.status !== 'OPEN' || past.length < 11 || unsettled.length > 0)
      throw new Error(`windows before the last are not settled: ${JSON.stringify(unsettled)}`)
    if (last?.status !== 'STATED' && last?.status !== 'AGREED')
      throw new Error(`the last month waits for nobody: ${last?.status}`)
    const statements = await settlement.statements({ windowNo: last.windowNo }).toArray({ limit: 100 })
    const disputes = statements.flatMap((statement) => statement.disputes)
    if (statements.length !== MEMBERS || disputes.length !== 1)
      throw new Error(`${statements.length} statements and ${disputes.length} disputes in the last month`)
    report.figure('settledMonths', past.length)
  })
}
