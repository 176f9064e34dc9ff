import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { DownloadList } from '../exports/download-list.tsx'
import { type StatementRowFragment, StatementsDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import type { MoneyValue } from '../number/format-money.ts'
import { formatCount } from '../number/format-points.ts'
import { formatSize, sideOf } from '../number/signed-money.ts'
import { useUntil } from '../number/use-until.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { StatementTag } from '../settlement/statement-tag.tsx'
import { Waiting } from '../shell/waiting.tsx'

/** Statements of settlement windows, newest first: a member's own, or all of the coalition. */
export default function StatementsScreen() {
  const { t } = useTranslation()
  const place = usePlace()
  const { after } = useSearch({ from: '/$place/shell/statements' })
  const navigate = useNavigate({ from: '/$place/statements' })
  const columns = useStatementColumns({ withMember: place.kind === 'coalition' })
  const { data, isWaiting, isStale, failure, ask } = useAnswer(StatementsDocument, {
    first: PAGE_SIZE,
    after: after ?? null,
  })
  const statements = data?.memberStatements
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('statements.title')}</h1>
          <p>{t('statements.lead')}</p>
        </div>
        {place.scopes.has('reports:read') && <DownloadList kind="STATEMENTS" />}
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {statements && statements.nodes.length > 0 && (
          <DataTable
            rows={statements.nodes}
            columns={columns}
            rowId={({ id }) => id}
            label={t('statements.title')}
          />
        )}
        {statements && statements.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('statements.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {statements && (
        <Pager
          isStale={isStale}
          // The list goes on in one direction: back is the browser's.
          pageInfo={{ ...statements.pageInfo, hasPreviousPage: false }}
          onTurn={(page) => navigate({ search: page.after ? { after: page.after } : {} })}
        />
      )}
    </>
  )
}

function useStatementColumns({
  withMember,
}: {
  readonly withMember: boolean
}): readonly Column<StatementRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { id: place } = usePlace()
  const until = useUntil()
  const signed = (money: MoneyValue) => `${t(`windows.${sideOf(money)}`)} ${formatSize(money, i18n.language)}`
  const member: Column<StatementRowFragment> = {
    ...{ id: 'member', header: t('statements.member'), isMinor: true },
    cell: (statement) => statement.member.name,
  }
  return [
    {
      id: 'window',
      header: t('statements.window'),
      cell: ({ id, windowNo, status, member: { name } }) => (
        <>
          <Link to="/$place/statements/$statement" params={{ place, statement: id }} search={{}}>
            № {windowNo}
          </Link>
          <div className="narrow">
            {withMember && `${name} `}
            <StatementTag status={status} />
          </div>
        </>
      ),
    },
    ...(withMember ? [member] : []),
    {
      ...{ id: 'status', header: t('statements.status'), isMinor: true },
      cell: ({ status }) => <StatementTag status={status} />,
    },
    {
      ...{ id: 'deadline', header: t('statements.deadline'), isMinor: true },
      cell: ({ disputeDeadline }) => until(disputeDeadline),
    },
    {
      ...{ id: 'lines', header: t('statements.lines'), isNumber: true, isMinor: true },
      cell: ({ lineCount }) => formatCount(lineCount, i18n.language),
    },
    {
      ...{ id: 'net', header: t('statements.net'), isNumber: true, isMinor: true },
      cell: ({ net }) => signed(net.rounded),
    },
    { id: 'toPay', header: t('statements.toPay'), isNumber: true, cell: ({ toPay }) => signed(toPay) },
  ]
}
