import { useNavigate, useSearch } from '@tanstack/react-router'
import type { RowData } from '@tanstack/react-table'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../api/use-answer.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { Pager } from '../list/pager.tsx'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'

interface Page<Row> {
  readonly nodes: readonly Row[]
  readonly pageInfo: Parameters<typeof Pager>[0]['pageInfo']
}

interface ConnectListProps<Row> {
  readonly answer: Answer<unknown>
  readonly page: Page<Row> | undefined
  /** Whether there was ever one: then only the condition hides it. */
  readonly isAny: boolean
  readonly columns: readonly Column<Row>[]
  readonly label: string
  /** What makes the first one. */
  readonly none: string
}

/** A list of people, tills or keys: those that stand, or with those that ended too. */
export function ConnectList<Row extends RowData & { readonly id: string }>(props: ConnectListProps<Row>) {
  const { answer, page, isAny, columns, label, none } = props
  const { t } = useTranslation()
  const search = useSearch({ from: '/$place/shell/connect' })
  const navigate = useNavigate({ from: '/$place/connect' })
  const { part, all } = search
  const withPart = part ? { part } : {}
  const showAll = (isAll: boolean) => navigate({ search: { ...withPart, ...(isAll ? { all: true } : {}) } })
  return (
    <>
      <label className="tick">
        <input
          type="checkbox"
          checked={all ?? false}
          onChange={(event) => showAll(event.currentTarget.checked)}
        />
        {t('connect.all')}
      </label>
      {answer.failure && <FailureNote failure={answer.failure} onRetry={answer.ask} />}
      {answer.isWaiting && <Waiting />}
      <Answered isStale={answer.isStale}>
        {page && page.nodes.length > 0 && (
          <div className="stacked">
            <DataTable rows={page.nodes} columns={columns} rowId={({ id }) => id} label={label} />
          </div>
        )}
        {page && page.nodes.length === 0 && (
          <EmptyList isFiltered={isAny && !all} onDropFilters={() => showAll(true)}>
            <p>{none}</p>
          </EmptyList>
        )}
      </Answered>
      {page && (
        <Pager
          isStale={answer.isStale}
          pageInfo={page.pageInfo}
          onTurn={(turned) => navigate({ search: { ...withPart, ...(all ? { all } : {}), ...turned } })}
        />
      )}
    </>
  )
}
