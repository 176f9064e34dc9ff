import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type StatementRowFragment, StatementsDocument } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatMoney, type MoneyValue } from '../number/format-money.ts'
import { formatCount } from '../number/format-points.ts'
import { formatDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'

const TONES: Readonly<Record<string, string>> = {
  STATED: 'wait',
  ACCEPTED: 'good',
  DISPUTED: 'bad',
  RESOLVED: 'good',
}

/** Statements of settlement windows, newest first: a member's own, or all of the coalition. */
export default function StatementsScreen() {
  const { t } = useTranslation()
  const place = usePlace()
  const { after } = useSearch({ from: '/$place/shell/statements' })
  const navigate = useNavigate({ from: '/$place/statements' })
  const columns = useStatementColumns({ withMember: place.kind === 'coalition' })
  const { data, isWaiting, failure, ask } = useAnswer(StatementsDocument, {
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
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
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
      {statements && (
        <Pager
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
  const { id: place, timeZone } = usePlace()
  const signed = (money: MoneyValue) => {
    const minor = BigInt(money.amountMinor)
    const size = formatMoney(
      { ...money, amountMinor: (minor < 0n ? -minor : minor).toString() },
      i18n.language,
    )
    return minor === 0n ? size : `${t(minor > 0n ? 'statements.owes' : 'statements.isOwed')} ${size}`
  }
  const member: Column<StatementRowFragment> = {
    id: 'member',
    header: t('statements.member'),
    cell: (statement) => statement.member.name,
  }
  return [
    {
      id: 'window',
      header: t('statements.window'),
      cell: ({ id, windowNo }) => (
        <Link to="/$place/statements/$statement" params={{ place, statement: id }} search={{}}>
          № {windowNo}
        </Link>
      ),
    },
    ...(withMember ? [member] : []),
    {
      id: 'status',
      header: t('statements.status'),
      cell: ({ status }) => (
        <span className="tag" data-tone={TONES[status]}>
          {t(`statements.${status as 'STATED'}`)}
        </span>
      ),
    },
    {
      ...{ id: 'deadline', header: t('statements.deadline'), isMinor: true },
      cell: ({ disputeDeadline }) => formatDay(disputeDeadline, i18n.language, timeZone),
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
