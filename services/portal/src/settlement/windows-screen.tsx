import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type WindowRowFragment, WindowsDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { EmptyList } from '../list/empty-list.tsx'
import { PAGE_SIZE } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatDay, formatEnd, formatLocalDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import type { WindowState } from './window-way.tsx'

const TONES: Readonly<Record<string, string>> = { OPEN: '', SETTLED: 'good' }

/** Settlement windows, newest first. */
export default function WindowsScreen() {
  const { t } = useTranslation()
  const { after } = useSearch({ from: '/$place/shell/windows' })
  const navigate = useNavigate({ from: '/$place/windows' })
  const columns = useWindowColumns()
  const { data, isWaiting, isStale, failure, ask } = useAnswer(WindowsDocument, {
    first: PAGE_SIZE,
    after: after ?? null,
  })
  const windows = data?.settlementWindows
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('windows.title')}</h1>
          <p>{t('windows.lead')}</p>
        </div>
      </header>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {windows && windows.nodes.length > 0 && (
          <DataTable
            rows={windows.nodes}
            columns={columns}
            rowId={({ windowNo }) => String(windowNo)}
            label={t('windows.title')}
          />
        )}
        {windows && windows.nodes.length === 0 && (
          <EmptyList isFiltered={false}>
            <p>{t('windows.none')}</p>
          </EmptyList>
        )}
      </Answered>
      {windows && (
        <Pager
          isStale={isStale}
          pageInfo={{ ...windows.pageInfo, hasPreviousPage: false }}
          onTurn={(page) => navigate({ search: page.after ? { after: page.after } : {} })}
        />
      )}
    </>
  )
}

function useWindowColumns(): readonly Column<WindowRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { id: place, timeZone } = usePlace()
  return [
    {
      id: 'no',
      header: t('windows.window'),
      cell: ({ windowNo }) => (
        <Link to="/$place/windows/$window" params={{ place, window: String(windowNo) }}>
          № {windowNo}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('windows.state'),
      cell: ({ status }) => (
        <span className="tag" data-tone={TONES[status] ?? 'wait'}>
          {t(`windows.${status as WindowState}`)}
        </span>
      ),
    },
    {
      ...{ id: 'opens', header: t('windows.opens'), isMinor: true },
      cell: ({ opensAt }) => formatDay(opensAt, i18n.language, timeZone),
    },
    {
      ...{ id: 'cutOff', header: t('windows.cutOff') },
      cell: ({ cutOff }) => formatEnd(cutOff, i18n.language, timeZone),
    },
    {
      ...{ id: 'payment', header: t('windows.paymentDate'), isMinor: true },
      cell: ({ paymentDate }) => (paymentDate ? formatLocalDay(paymentDate, i18n.language) : ''),
    },
  ]
}
