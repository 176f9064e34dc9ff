import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { DownloadList } from '../exports/download-list.tsx'
import { CustomersDocument, type CustomersQuery } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { pageArguments } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatPoints } from '../number/format-points.ts'
import { formatDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { without } from '../sales/sales-search.ts'
import { Waiting } from '../shell/waiting.tsx'

type Row = CustomersQuery['customers']['nodes'][number]

/** Customers, newest first, found by name, phone or card. */
export default function CustomersScreen() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/$place/shell/customers' })
  const navigate = useNavigate({ from: '/$place/customers' })
  const columns = useColumns()
  const { data, isWaiting, isStale, failure, ask } = useAnswer(CustomersDocument, {
    ...pageArguments(search),
    filter: search.text ? { search: search.text } : null,
  })
  const customers = data?.customers
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('customers.title')}</h1>
          <p>{t('customers.lead')}</p>
        </div>
        {!search.text && <DownloadList kind="CUSTOMERS" />}
      </header>
      <form
        className="filters"
        aria-label={t('customers.search')}
        onSubmit={(event) => {
          event.preventDefault()
          const text = String(new FormData(event.currentTarget).get('text')).trim()
          void navigate({ search: without({ text }) })
        }}
      >
        <TextInput
          {...{ name: 'text', type: 'search', label: t('customers.search') }}
          key={search.text}
          defaultValue={search.text ?? ''}
        />
        <Button type="submit" variant="default">
          {t('payments.look')}
        </Button>
      </form>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {customers && customers.nodes.length > 0 && (
          <DataTable
            rows={customers.nodes}
            columns={columns}
            rowId={({ id }) => id}
            label={t('customers.title')}
          />
        )}
        {customers && customers.nodes.length === 0 && (
          <EmptyList isFiltered={search.text !== undefined} onDropFilters={() => navigate({ search: {} })}>
            <p>{t('customers.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {customers && (
        <Pager
          isStale={isStale}
          pageInfo={customers.pageInfo}
          onTurn={(page) => navigate({ search: without({ text: search.text, ...page }) })}
        />
      )}
    </>
  )
}

function useColumns(): readonly Column<Row>[] {
  const { t, i18n } = useTranslation()
  const { id: place, timeZone } = usePlace()
  return [
    {
      id: 'name',
      header: t('customers.customer'),
      cell: ({ id, name, frozenAt, status }) => (
        <>
          <Link to="/$place/customers/$customer" params={{ place, customer: id }} search={{}}>
            {name}
          </Link>{' '}
          {frozenAt && (
            <span className="tag" data-tone="bad">
              {t('customers.frozen')}
            </span>
          )}
          {status === 'CLOSED' && <span className="tag">{t('customers.CLOSED')}</span>}
        </>
      ),
    },
    { id: 'phone', header: t('customers.phone'), cell: ({ phone }) => phone, isMinor: true },
    { id: 'card', header: t('customers.card'), cell: ({ card }) => card?.number, isMinor: true },
    {
      ...{ id: 'since', header: t('customers.since'), isMinor: true },
      cell: ({ createdAt }) => formatDay(createdAt, i18n.language, timeZone),
    },
    {
      ...{ id: 'available', header: t('customers.available'), isNumber: true },
      cell: ({ wallet }) => formatPoints(wallet.available, i18n.language),
    },
  ]
}
