import { Button, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import {
  type FigurePartRowFragment,
  FiguresPageDocument,
  type FiguresPageQuery,
} from '../generated/graphql.ts'
import { Figure } from '../home/figure.tsx'
import { Answered } from '../list/answered.tsx'
import { type Column, DataTable } from '../list/data-table.tsx'
import { SelectFilter } from '../list/select-filter.tsx'
import { csvLine, saveFile } from '../list/write-csv.ts'
import { decimalOf, formatTrend } from '../number/format-money.ts'
import { formatCount, formatPoints } from '../number/format-points.ts'
import { formatInstant, formatLocalDay } from '../number/format-time.ts'
import { addDays, localDayOf } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { without } from '../sales/sales-search.ts'
import { Waiting } from '../shell/waiting.tsx'
import { type FiguresSearch, PARTS } from './figures-search.ts'

const FiguresChart = lazy(() => import('./figures-chart.tsx'))
const PERIOD_DAYS = 30
type Figures = NonNullable<NonNullable<FiguresPageQuery['coalition']>['figures']>

/** Figures of a period, of the coalition or of a member, with their chart, table and file. */
export default function FiguresScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const search = useSearch({ from: '/$place/shell/figures' })
  const today = localDayOf(place.now(), place.timeZone)
  const to = search.to ?? today
  const period = { from: search.from ?? addDays(to, 1 - PERIOD_DAYS), to, by: search.by ?? ('DAY' as const) }
  const { data, isWaiting, isStale, failure, ask } = useAnswer(FiguresPageDocument, {
    ...period,
    memberId: place.kind === 'member' ? place.id : null,
  })
  const figures = data?.coalition?.figures
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('figures.title')}</h1>
          <p>
            {figures
              ? t('figures.asOf', { at: formatInstant(figures.asOf, i18n.language, place.timeZone) })
              : t('figures.lead')}
          </p>
        </div>
        {figures && !isStale && <ExportFigures parts={figures.parts} />}
      </header>
      <PeriodFilter period={period} />
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {figures && <FiguresTotal figures={figures} />}
        {figures && figures.parts.length > 0 && (
          <section className="sheet">
            <h2>{t('figures.chart')}</h2>
            <Suspense fallback={<Waiting />}>
              <FiguresChart parts={figures.parts} label={t('figures.chart')} />
            </Suspense>
          </section>
        )}
        {figures && <PartsTable parts={figures.parts} />}
      </Answered>
    </>
  )
}

function PeriodFilter({ period }: { readonly period: Required<FiguresSearch> }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/$place/figures' })
  return (
    <form
      key={`${period.from} ${period.to}`}
      className="filters"
      aria-label={t('figures.title')}
      onSubmit={(event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget)
        const [from, to] = [String(text.get('from')), String(text.get('to'))]
        void navigate({ search: without({ from, to, by: period.by }) })
      }}
    >
      <TextInput {...{ name: 'from', type: 'date', label: t('figures.from'), defaultValue: period.from }} />
      <TextInput {...{ name: 'to', type: 'date', label: t('figures.to'), defaultValue: period.to }} />
      <SelectFilter
        label={t('figures.by')}
        value={period.by}
        options={PARTS.map((value) => ({ value, words: t(`figures.${value}`) }))}
        onChoose={(by) => void navigate({ search: without({ ...period, by }) })}
      />
      <Button type="submit" variant="default">
        {t('payments.look')}
      </Button>
    </form>
  )
}

function FiguresTotal({ figures: { total, before, cost } }: { readonly figures: Figures }) {
  const { t, i18n } = useTranslation()
  const trend = (money: FigurePartRowFragment['sums']['net']) => formatTrend(money, i18n.language)
  const count = (value: number) => formatCount(value, i18n.language)
  const beforeOf = (value: string) => t('home.before', { value })
  return (
    <dl className="figures">
      <Figure
        name={t('figures.turnover')}
        value={trend(total.sums.net)}
        beside={beforeOf(trend(before.sums.net))}
      />
      <Figure
        name={t('figures.purchases')}
        value={count(total.sums.purchases)}
        beside={beforeOf(count(before.sums.purchases))}
      />
      <Figure
        name={t('figures.active')}
        value={count(total.customers.active)}
        beside={beforeOf(count(before.customers.active))}
      />
      <Figure
        name={t('figures.issued')}
        value={formatPoints(total.sums.pointsIssued, i18n.language)}
        beside={beforeOf(formatPoints(before.sums.pointsIssued, i18n.language))}
      />
      {cost && <Figure name={t('figures.cost')} value={trend(cost.total.rounded)} />}
    </dl>
  )
}

function PartsTable({ parts }: { readonly parts: readonly FigurePartRowFragment[] }) {
  const { t, i18n } = useTranslation()
  const columns: readonly Column<FigurePartRowFragment>[] = [
    {
      ...{ id: 'day', header: t('figures.day') },
      cell: ({ from }) => <span className="amount">{formatLocalDay(from, i18n.language)}</span>,
    },
    {
      ...{ id: 'purchases', header: t('figures.purchases'), isNumber: true },
      cell: ({ sums }) => formatCount(sums.purchases, i18n.language),
    },
    {
      ...{ id: 'active', header: t('figures.active'), isNumber: true, isMinor: true },
      cell: ({ customers }) => formatCount(customers.active, i18n.language),
    },
    {
      ...{ id: 'new', header: t('figures.fresh'), isNumber: true, isMinor: true },
      cell: ({ customers }) => formatCount(customers.new, i18n.language),
    },
    {
      ...{ id: 'issued', header: t('figures.issued'), isNumber: true, isMinor: true },
      cell: ({ sums }) => formatPoints(sums.pointsIssued, i18n.language),
    },
    {
      ...{ id: 'spent', header: t('figures.spent'), isNumber: true, isMinor: true },
      cell: ({ sums }) => formatPoints(sums.pointsSpent, i18n.language),
    },
    {
      ...{ id: 'net', header: t('figures.turnover'), isNumber: true },
      cell: ({ sums }) => formatTrend(sums.net, i18n.language),
    },
  ]
  return <DataTable rows={parts} columns={columns} rowId={({ from }) => from} label={t('figures.table')} />
}

function ExportFigures({ parts }: { readonly parts: readonly FigurePartRowFragment[] }) {
  const { t } = useTranslation()
  const run = () => {
    const header = ['day', 'purchases', 'active', 'fresh', 'issued', 'spent', 'turnover'] as const
    const lines = parts.map(({ from, sums, customers }) =>
      csvLine([
        ...[from, String(sums.purchases), String(customers.active), String(customers.new)],
        ...[sums.pointsIssued, sums.pointsSpent],
        decimalOf(BigInt(sums.net.amountMinor)).replace('.', ','),
      ]),
    )
    saveFile('figures.csv', [csvLine(header.map((name) => t(`figures.${name}`))), ...lines])
  }
  return (
    <Button variant="default" className="no-print" onClick={run}>
      {t('list.export')}
    </Button>
  )
}
