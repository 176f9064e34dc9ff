import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Client, useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import {
  type PurchasesFilter,
  type SaleRowFragment,
  SalesDocument,
  type SalesQuery,
  type SalesQueryVariables,
} from '../generated/graphql.ts'
import { csvLine, saveFile } from '../list/write-csv.ts'
import { decimalOf } from '../number/format-money.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { salesFilter } from './sales-filter.ts'
import type { SalesSearch } from './sales-search.ts'

const ROWS_AT_ONCE = 100

/** Writes every sale that fits the conditions into a file, page after page, and says how far it is. */
export function ExportSales({ search }: { readonly search: SalesSearch }) {
  const { t } = useTranslation()
  const client = useClient()
  const { timeZone } = usePlace()
  const [count, setCount] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = async () => {
    setBusy(true)
    setFailure(null)
    setCount(0)
    const filter = salesFilter(search, timeZone)
    const header = [
      ...[t('sales.time'), t('sales.receipt'), t('sales.member'), t('sales.customer')],
      ...[t('sales.total'), t('sales.spentPoints'), t('sales.earnedPoints')],
    ]
    const lines = [csvLine(header)]
    const isWhole = await readAll({ client, filter, onFailure: setFailure }, (sales) => {
      lines.push(sales.map(lineOf).join(''))
      setCount((count) => count + sales.length)
    })
    if (isWhole) saveFile('sales.csv', lines)
    setBusy(false)
  }
  return (
    <div className="no-print">
      <Button variant="default" onClick={run} loading={isBusy}>
        {t('list.export')}
      </Button>
      {count > 0 && (
        <div className="quiet" role="status">
          {t(isBusy ? 'list.exporting' : 'list.exported', { count })}
        </div>
      )}
      {failure && <FailureNote failure={failure} onRetry={run} />}
    </div>
  )
}

interface Reading {
  readonly client: Client
  readonly filter: PurchasesFilter
  readonly onFailure: (failure: Failure) => void
}

/** Reads page after page and says whether it came to the end. */
async function readAll(
  { client, filter, onFailure }: Reading,
  onRows: (sales: readonly SaleRowFragment[]) => void,
): Promise<boolean> {
  let after: string | null = null
  for (;;) {
    const variables: SalesQueryVariables = { first: ROWS_AT_ONCE, after, filter }
    const { data, failure }: Awaited<ReturnType<typeof askOnce<SalesQuery, SalesQueryVariables>>> =
      await askOnce(client, SalesDocument, variables)
    if (failure) {
      onFailure(failure)
      return false
    }
    onRows(data.purchases.nodes)
    if (!data.purchases.pageInfo.hasNextPage) return true
    after = data.purchases.pageInfo.endCursor ?? null
  }
}

const lineOf = (sale: SaleRowFragment): string =>
  csvLine([
    ...[sale.occurredAt, sale.receiptRef, sale.member.name, sale.customer.name],
    decimalOf(BigInt(sale.total.amountMinor)).replace('.', ','),
    ...[sale.pointsRedeemed, sale.pointsEarned],
  ])
