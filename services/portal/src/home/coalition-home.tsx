import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { CoalitionHomeDocument, type CoalitionHomeQuery } from '../generated/graphql.ts'
import { formatTrend, type MoneyValue } from '../number/format-money.ts'
import { formatCount, formatPoints } from '../number/format-points.ts'
import { addDays, localDayOf } from '../number/local-day.ts'
import { lateCount } from '../payments/leg-state.ts'
import { type Place, usePlace } from '../place/use-place.ts'
import { CoverageFigures } from '../proof/coverage-figures.tsx'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Figure } from './figure.tsx'
import { type Work, WorkList } from './work-list.tsx'

const DAY_MS = 86_400_000
const PERIOD_DAYS = 30
const KEY_NOTICE_DAYS = 14

/** The home of who runs or reads a coalition: what waits, then what the programme brings and whether it is covered. */
export function CoalitionHome() {
  const place = usePlace()
  const isAdmin = place.roles.includes('COALITION_ADMIN')
  const period = useMemo(() => {
    const today = localDayOf(place.now(), place.timeZone)
    return { from: addDays(today, 1 - PERIOD_DAYS), to: today }
  }, [place])
  const { data, isWaiting, failure, ask } = useAnswer(CoalitionHomeDocument, { isAdmin, ...period })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  return (
    <>
      <WorkList work={workOf(data, place)} />
      <CoalitionFigures data={data} />
      {data.coalition && <CoverageFigures coverage={data.coalition.coverage} />}
    </>
  )
}

function workOf(data: CoalitionHomeQuery, place: Place): readonly Work[] {
  const now = place.now()
  const { coalition } = data
  const windows = data.settlementWindows.nodes.filter(
    ({ status, cutOff }) =>
      (status === 'OPEN' && new Date(cutOff) <= now) || ['CLOSED', 'AGREED', 'APPROVED'].includes(status),
  )
  const late = lateCount(
    data.paymentLegs.nodes,
    coalition?.receivablesAgeing.members ?? [],
    localDayOf(now, place.timeZone),
  )
  const missing = coalition?.termsVersions?.flatMap(({ standing, missing }) =>
    standing === 'PROPOSED' ? missing : [],
  )
  const keysEnd = now.getTime() + KEY_NOTICE_DAYS * DAY_MS
  const ending = data.apiKeys?.nodes.filter(
    ({ endsAt, revokedAt }) =>
      endsAt && !revokedAt && Date.parse(endsAt) > now.getTime() && Date.parse(endsAt) < keysEnd,
  )
  const approvals = data.saleApprovals?.filter(({ isApproved }) => !isApproved)
  const invited = coalition?.members.nodes.filter(({ status }) => status === 'INVITED')
  return [
    { words: 'windowsWait', count: windows.length, to: '/$place/windows' },
    { words: 'disputesWait', count: data.disputes.nodes.length, to: '/$place/windows' },
    { words: 'latePayments', count: late, to: '/$place/payments' },
    { words: 'approvals', count: approvals?.length ?? 0, to: '/$place/approvals' },
    { words: 'adjustmentsWait', count: data.adjustments.nodes.length, to: '/$place/approvals' },
    { words: 'termsWait', count: missing?.length ?? 0, to: '/$place/approvals' },
    { words: 'invitedWait', count: invited?.length ?? 0, to: '/$place/members' },
    { words: 'keys', count: ending?.length ?? 0, to: '/$place/connect' },
  ]
}

function CoalitionFigures({ data }: { readonly data: CoalitionHomeQuery }) {
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
      </dl>
    </section>
  )
}
