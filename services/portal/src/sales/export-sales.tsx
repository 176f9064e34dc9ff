import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import type { Failure } from '../api/failure.ts'
import { csvLine, saveFile } from '../list/write-csv.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { pagesOf, readAllSales } from './read-all-sales.ts'
import { saleLine } from './sale-line.ts'
import { salesFilter } from './sales-filter.ts'
import type { SalesSearch } from './sales-search.ts'

const NOTHING_READ = { lines: [] as readonly string[], count: 0, after: null as string | null }

interface ExportSalesProps {
  readonly search: SalesSearch
  /** Whether the list shows other conditions than those that are asked for. */
  readonly isStale: boolean
}

/** Writes every sale that fits the conditions into a file, page after page, and says how far it is. */
export function ExportSales({ search, isStale }: ExportSalesProps) {
  const { t } = useTranslation()
  const client = useClient()
  const { timeZone } = usePlace()
  const [count, setCount] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const read = useRef(NOTHING_READ)
  const filter = salesFilter(search, timeZone)
  const asked = JSON.stringify(filter)
  useEffect(() => {
    // What was read of other conditions is not gone on with.
    void asked
    read.current = NOTHING_READ
    setFailure(null)
    setCount(0)
  }, [asked])
  const goOn = async () => {
    setBusy(true)
    setFailure(null)
    const ended = await readAllSales({
      readPage: pagesOf(client, filter),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      after: read.current.after,
      onRows: (sales) => {
        const { lines, count, after } = read.current
        const added = sales.map((sale) => saleLine(sale, timeZone)).join('')
        read.current = { lines: [...lines, added], count: count + sales.length, after }
        setCount(read.current.count)
      },
    })
    setBusy(false)
    if (!ended.isWhole) {
      read.current = { ...read.current, after: ended.after }
      return setFailure(ended.failure)
    }
    saveFile('sales.csv', [csvLine(header()), ...read.current.lines])
  }
  const header = () => [
    ...[t('sales.day'), t('sales.time'), t('sales.receipt'), t('sales.member'), t('sales.customer')],
    ...[t('sales.total'), t('sale.paidWithMoney'), t('sales.spentPoints'), t('sales.earnedPoints')],
  ]
  const run = () => {
    read.current = NOTHING_READ
    setCount(0)
    void goOn()
  }
  return (
    <div className="no-print">
      <Button variant="default" onClick={run} loading={isBusy} disabled={isStale}>
        {t('list.export')}
      </Button>
      {count > 0 && !failure && (
        <div className="quiet" role="status">
          {t(isBusy ? 'list.exporting' : 'list.exported', { count })}
        </div>
      )}
      {failure && <FailureNote failure={failure} onRetry={() => void goOn()} />}
    </div>
  )
}
