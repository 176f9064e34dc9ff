import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { MemberHomeDocument, type MemberHomeQuery } from '../generated/graphql.ts'
import { DataTable } from '../list/data-table.tsx'
import { formatMoney, formatTrend, type MoneyValue } from '../number/format-money.ts'
import { formatCount, formatPoints } from '../number/format-points.ts'
import { addDays, localDayOf } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { useSaleColumns } from '../sales/sale-columns.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Figure } from './figure.tsx'
import { type Work, WorkList } from './work-list.tsx'

const DAY_MS = 86_400_000
const PERIOD_DAYS = 30
const KEY_NOTICE_DAYS = 14

/** A member's home: what waits, then what the programme brought, what it cost, and what is owed. */
export function MemberHome() {
  const { t } = useTranslation()
  const place = usePlace()
  const period = useMemo(() => {
    const today = localDayOf(place.now(), place.timeZone)
    return {
      ...{ from: addDays(today, 1 - PERIOD_DAYS), to: today },
      holdsBefore: new Date(place.now().getTime() + DAY_MS).toISOString(),
    }
  }, [place])
  const { data, isWaiting, failure, ask } = useAnswer(MemberHomeDocument, { member: place.id, ...period })
  const columns = useSaleColumns({ withMember: false })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  return (
    <>
      <WorkList work={workOf(data, place.now())} />
      <MemberFigures data={data} />
      <section>
        <header className="screen-head">
          <h2>{t('home.recentSales')}</h2>
          <Link to="/$place/sales" params={{ place: place.id }} search={{}}>
            {t('home.toSales')}
          </Link>
        </header>
        <DataTable
          rows={data.purchases.nodes}
          columns={columns}
          rowId={({ id }) => id}
          label={t('home.recentSales')}
        />
      </section>
    </>
  )
}

function workOf(data: MemberHomeQuery, now: Date): readonly Work[] {
  const keysEnd = now.getTime() + KEY_NOTICE_DAYS * DAY_MS
  const ending = data.member?.apiKeys?.filter(
    ({ endsAt, revokedAt }) =>
      endsAt && !revokedAt && Date.parse(endsAt) > now.getTime() && Date.parse(endsAt) < keysEnd,
  )
  const stated = data.memberStatements.nodes.filter(({ status }) => status === 'STATED')
  return [
    { words: 'statements', count: stated.length, to: '/$place/statements' },
    { words: 'receiptsWait', count: data.receiptClaims.nodes.length, to: '/$place/receipts' },
    { words: 'asked', count: data.rulesAsked.nodes.length, to: '/$place/approvals' },
    { words: 'holds', count: data.holds.nodes.length, to: '/$place/till' },
    { words: 'adjustmentsWait', count: data.adjustments.nodes.length, to: '/$place/approvals' },
    { words: 'keys', count: ending?.length ?? 0, to: '/$place/connect' },
  ]
}

function MemberFigures({ data }: { readonly data: MemberHomeQuery }) {
  const { t, i18n } = useTranslation()
  const figures = data.coalition?.figures
  if (!figures) return null
  const { total, before, cost } = figures
  const trend = (money: MoneyValue) => formatTrend(money, i18n.language)
  const beforeOf = (value: string) => t('home.before', { value })
  return (
    <section aria-label={t('home.figures')}>
      <h2 className="section-title">{t('home.figures')}</h2>
      <dl className="figures">
        <Figure
          name={t('home.turnover')}
          value={trend(total.sums.net)}
          beside={`${t('home.purchases', { count: total.sums.purchases })}, ${beforeOf(trend(before.sums.net))}`}
        />
        <Figure
          name={t('home.brought')}
          value={formatCount(total.customers.new, i18n.language)}
          beside={`${t('home.returning', { count: total.customers.returning })}, ${beforeOf(formatCount(before.customers.new, i18n.language))}`}
        />
        {cost && (
          <Figure name={t('home.cost')} value={trend(cost.total.rounded)} beside={t('home.costBeside')} />
        )}
        <Figure
          name={t('home.spent')}
          value={trend(total.sums.pointsPart)}
          beside={t('home.spentBeside', { points: formatPoints(total.sums.pointsIssued, i18n.language) })}
        />
        <Clearing data={data} />
      </dl>
    </section>
  )
}

function Clearing({ data }: { readonly data: MemberHomeQuery }) {
  const { t, i18n } = useTranslation()
  const net = data.member?.clearingPosition?.net.rounded
  if (!net) return null
  const minor = BigInt(net.amountMinor)
  const size = minor < 0n ? -minor : minor
  const words = minor === 0n ? t('home.even') : minor > 0n ? t('home.owes') : t('home.owed')
  return (
    <Figure
      name={words}
      value={formatMoney({ amountMinor: size.toString(), currency: net.currency }, i18n.language)}
      beside={t('home.clearing')}
    />
  )
}
