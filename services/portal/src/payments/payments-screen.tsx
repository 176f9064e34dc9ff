import { Button, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { PaymentLegsDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { without } from '../sales/sales-search.ts'
import { Waiting } from '../shell/waiting.tsx'
import { BankImport } from './bank-import.tsx'
import { LegTable } from './leg-table.tsx'

/** Payments of all windows, newest first, and the bank's file that says which were made. */
export default function PaymentsScreen() {
  const { t } = useTranslation()
  const { scopes } = usePlace()
  const search = useSearch({ from: '/$place/shell/payments' })
  const navigate = useNavigate({ from: '/$place/payments' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(PaymentLegsDocument, {
    ...{ first: PAGE_SIZE, after: search.after ?? null },
    windowNo: search.window ? Number(search.window) : null,
  })
  const legs = data?.paymentLegs
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('payments.title')}</h1>
          <p>{t('payments.lead')}</p>
        </div>
      </header>
      {scopes.has('settlement:propose') && <BankImport onDone={ask} />}
      <form
        className="filters"
        aria-label={t('payments.window')}
        onSubmit={(event) => {
          event.preventDefault()
          const window = String(new FormData(event.currentTarget).get('window')).trim()
          void navigate({ search: without({ window: /^\d+$/.test(window) ? window : undefined }) })
        }}
      >
        <TextInput
          {...{ name: 'window', inputMode: 'numeric', label: t('payments.window') }}
          key={search.window}
          defaultValue={search.window ?? ''}
        />
        <Button type="submit" variant="default">
          {t('payments.look')}
        </Button>
      </form>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {legs && legs.nodes.length > 0 && <LegTable legs={legs.nodes} onDone={ask} />}
        {legs && legs.nodes.length === 0 && (
          <EmptyList isFiltered={search.window !== undefined} onDropFilters={() => navigate({ search: {} })}>
            <p>{t('payments.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {legs && (
        <Pager
          isStale={isStale}
          pageInfo={{ ...legs.pageInfo, hasPreviousPage: false }}
          onTurn={({ after }) => navigate({ search: without({ ...search, after }) })}
        />
      )}
    </>
  )
}
