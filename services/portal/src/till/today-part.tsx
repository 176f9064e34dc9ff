import { Button } from '@mantine/core'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { TillTodayDocument, type TillTodayQuery } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { pageArguments, type TurnedPage } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatHour } from '../number/format-time.ts'
import { localDayOf, startOfDay } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { RefundStep } from './refund-step.tsx'
import { ScanField } from './scan-field.tsx'
import type { TillCommands } from './use-till-commands.ts'

export type SaleOfToday = TillTodayQuery['purchases']['nodes'][number]

/** The sales of today, or the one with a receipt, each of which can be undone in whole or part. */
export function TodayPart({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const { timeZone, now } = usePlace()
  const [typed, setTyped] = useState('')
  const [receiptRef, setReceiptRef] = useState<string | null>(null)
  const [sale, setSale] = useState<SaleOfToday | null>(null)
  const from = useMemo(() => startOfDay(localDayOf(now(), timeZone), timeZone).toISOString(), [now, timeZone])
  const [page, setPage] = useState<TurnedPage>({})
  const { data, isWaiting, isStale, failure, ask } = useAnswer(TillTodayDocument, {
    ...pageArguments(page),
    filter: receiptRef === null ? { recordedFrom: from } : { receiptRef },
  })
  const find = (event: FormEvent) => {
    event.preventDefault()
    setPage({})
    setReceiptRef(typed.trim() || null)
  }
  if (sale)
    return (
      <RefundStep
        {...{ sale, commands }}
        onEnd={() => {
          setSale(null)
          ask()
        }}
      />
    )
  const sales = data?.purchases.nodes ?? []
  return (
    <>
      <form onSubmit={find} className="filters">
        <ScanField label={t('till.find')} size="md" value={typed} onText={setTyped} />
        <Button type="submit" size="md" variant="default">
          {t('till.find')}
        </Button>
      </form>
      <h2>{receiptRef ?? t('till.todayTitle')}</h2>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {data && sales.length === 0 && (
          <p className="empty">{t(receiptRef ? 'list.noneForFilters' : 'till.todayNone')}</p>
        )}
        {sales.length > 0 && <SalesOfToday sales={sales} onRefund={setSale} />}
      </Answered>
      {data && <Pager pageInfo={data.purchases.pageInfo} isStale={isStale} onTurn={setPage} />}
    </>
  )
}

interface SalesOfTodayProps {
  readonly sales: readonly SaleOfToday[]
  readonly onRefund: (sale: SaleOfToday) => void
}

function SalesOfToday({ sales, onRefund }: SalesOfTodayProps) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (
    <ul className="till-list">
      {sales.map((sale) => (
        <li key={sale.id} className="sheet till-row">
          <span>
            <strong>{sale.customer.name}</strong>
            <br />
            <span className="quiet">
              {formatHour(sale.recordedAt, i18n.language, timeZone)} · {sale.receiptRef}
            </span>
          </span>
          <span className="till-row-sum">
            <span className="amount">{formatMoney(sale.total, i18n.language)}</span>
            <span className="quiet amount">
              +{formatPoints(sale.pointsEarned, i18n.language)}
              {sale.pointsRedeemed !== '0' && ` −${formatPoints(sale.pointsRedeemed, i18n.language)}`}
            </span>
          </span>
          <Button
            variant="default"
            disabled={sale.refundable.amountMinor === '0'}
            onClick={() => onRefund(sale)}
            aria-label={`${t('till.refund')}: ${sale.receiptRef}`}
          >
            {t('till.refund')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
