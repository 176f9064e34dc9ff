import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { DownloadList } from '../exports/download-list.tsx'
import { SalesDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { SelectFilter } from '../list/select-filter.tsx'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { ExportSales } from './export-sales.tsx'
import { useSaleColumns } from './sale-columns.tsx'
import { salesFilter } from './sales-filter.ts'
import { hasFilters, type SalesSearch, without } from './sales-search.ts'

/** Sales, newest first. What is asked for stands in the address. */
export default function SalesScreen() {
  const { t } = useTranslation()
  const place = usePlace()
  const search = useSearch({ from: '/$place/shell/sales' })
  const navigate = useNavigate({ from: '/$place/sales' })
  const columns = useSaleColumns({ withMember: place.kind === 'coalition' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(SalesDocument, {
    ...pageArguments(search),
    filter: salesFilter(search, place.timeZone),
  })
  const look = (changed: SalesSearch) =>
    navigate({ search: without({ ...search, after: undefined, before: undefined, ...changed }) })
  const sales = data?.purchases
  return (
    <>
      <header className="screen-head">
        <h1>{t('sales.title')}</h1>
        {isWhole(search) ? (
          <DownloadList kind="PURCHASES" filters={search.customer ? { customerId: search.customer } : null} />
        ) : (
          <ExportSales search={search} isStale={isStale} />
        )}
      </header>
      <SalesFilters search={search} onLook={look} />
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {sales && sales.nodes.length > 0 && (
          <DataTable rows={sales.nodes} columns={columns} rowId={({ id }) => id} label={t('sales.title')} />
        )}
        {sales && sales.nodes.length === 0 && (
          <EmptyList isFiltered={hasFilters(search)} onDropFilters={() => navigate({ search: {} })}>
            <p>{t('sales.none')}</p>
            {place.kind === 'member' && (
              <Link to="/$place/till" params={{ place: place.id }} search={{}}>
                {t('sales.openTill')}
              </Link>
            )}
          </EmptyList>
        )}
      </Answered>
      {sales && (
        <Pager
          isStale={isStale}
          pageInfo={sales.pageInfo}
          onTurn={(page) =>
            navigate({ search: without({ ...search, after: undefined, before: undefined, ...page }) })
          }
        />
      )}
    </>
  )
}

/** Whether the list has no conditions but those of files, which are written in the background; with others the page writes it. */
const isWhole = ({ receipt, from, to, points, state }: SalesSearch): boolean =>
  [receipt, from, to, points, state].every((condition) => condition === undefined)

interface SalesFiltersProps {
  readonly search: SalesSearch
  readonly onLook: (changed: SalesSearch) => void
}

function SalesFilters({ search, onLook }: SalesFiltersProps) {
  const { t } = useTranslation()
  return (
    <form
      key={JSON.stringify([search.receipt, search.from, search.to])}
      className="filters"
      aria-label={t('list.anything')}
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget)
        onLook({
          receipt: String(text.get('receipt')).trim(),
          from: String(text.get('from')),
          to: String(text.get('to')),
        })
      }}
    >
      <TextInput name="receipt" type="search" label={t('sales.search')} defaultValue={search.receipt ?? ''} />
      <TextInput
        {...{ name: 'from', type: 'date', label: t('sales.from'), defaultValue: search.from ?? '' }}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <TextInput
        {...{ name: 'to', type: 'date', label: t('sales.to'), defaultValue: search.to ?? '' }}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      />
      <SelectFilter
        label={t('sales.points')}
        value={search.points}
        options={(['EARNED', 'REDEEMED', 'NONE'] as const).map((value) => ({
          value,
          words: t(`sales.${value}`),
        }))}
        onChoose={(points) => onLook({ points })}
      />
      <SelectFilter
        label={t('sales.state')}
        value={search.state}
        options={(['WHOLE', 'REFUNDED'] as const).map((value) => ({ value, words: t(`sales.${value}`) }))}
        onChoose={(state) => onLook({ state })}
      />
      {hasFilters(search) && (
        <Button
          variant="subtle"
          onClick={() =>
            onLook({
              receipt: undefined,
              from: undefined,
              to: undefined,
              points: undefined,
              state: undefined,
              customer: undefined,
            })
          }
        >
          {t('list.dropFilters')}
        </Button>
      )}
    </form>
  )
}
