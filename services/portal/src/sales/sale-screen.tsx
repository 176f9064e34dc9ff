import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { SaleDocument, type SaleQuery } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { WhyPoints } from './why-points.tsx'

export type Sale = NonNullable<SaleQuery['purchase']>

/** One sale: what was paid and how, why so many points, what came back. */
export default function SaleScreen() {
  const { t, i18n } = useTranslation()
  const { sale: id } = useParams({ from: '/$place/shell/sales/$sale' })
  const { data, isWaiting, failure, ask } = useAnswer(SaleDocument, {
    id,
    language: i18n.language === 'ru' ? 'RU' : 'EN',
  })
  if (failure) return <FailureNote failure={failure} onRetry={ask} />
  if (isWaiting || !data) return <Waiting />
  const sale = data.purchase
  if (!sale) return <p className="empty">{t('sale.notFound')}</p>
  return (
    <>
      <header className="screen-head">
        <h1>{t('sale.title', { receipt: sale.receiptRef })}</h1>
      </header>
      <SaleFacts sale={sale} />
      <div className="columns">
        <WhyPoints sale={sale} />
        <SaleBill sale={sale} />
        <SaleLines sale={sale} />
        <SaleRefunds sale={sale} />
      </div>
    </>
  )
}

function SaleFacts({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const by = sale.recordedBy
  return (
    <section className="sheet">
      <dl className="facts">
        <div>
          <dt>{t('sale.when')}</dt>
          <dd>{formatInstant(sale.occurredAt, i18n.language, timeZone)}</dd>
        </div>
        <div>
          <dt>{t('sale.where')}</dt>
          <dd>{sale.member.name}</dd>
        </div>
        <div>
          <dt>{t('sale.who')}</dt>
          <dd>{sale.customer.name}</dd>
        </div>
        <div>
          <dt>{t('sale.recordedBy')}</dt>
          <dd>{by ? [by.name, by.tillName].filter(Boolean).join(', ') : t('sale.byServer')}</dd>
        </div>
      </dl>
    </section>
  )
}

function SaleBill({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  const rows: readonly (readonly [string, Sale['total']])[] = [
    [t('sale.discount'), sale.discount],
    [t('sale.paidWithPoints'), sale.pointsPart],
    [t('sale.paidWithMoney'), sale.moneyPart],
  ]
  return (
    <section className="sheet">
      <h2>{t('sale.bill')}</h2>
      <dl className="sum">
        {rows
          .filter(([, money], index) => index === 2 || money.amountMinor !== '0')
          .map(([words, money]) => (
            <SumRow key={words} words={words} value={formatMoney(money, i18n.language)} />
          ))}
        <SumRow words={t('sale.total')} value={formatMoney(sale.total, i18n.language)} isTotal />
      </dl>
    </section>
  )
}

interface SumRowProps {
  readonly words: string
  readonly value: string
  readonly isTotal?: boolean
}

function SumRow({ words, value, isTotal = false }: SumRowProps) {
  return (
    <>
      <dt className={isTotal ? 'total' : undefined}>{words}</dt>
      <dd className={isTotal ? 'total amount' : 'amount'}>{value}</dd>
    </>
  )
}

function SaleLines({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  return (
    <section className="sheet">
      <h2>{t('sale.lines')}</h2>
      {sale.lines.length === 0 ? (
        <p className="quiet">{t('sale.noLines')}</p>
      ) : (
        <dl className="sum">
          {sale.lines.map(({ ref, title, total }) => (
            <SumRow key={ref} words={title} value={formatMoney(total, i18n.language)} />
          ))}
        </dl>
      )}
    </section>
  )
}

function SaleRefunds({ sale }: { readonly sale: Sale }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (
    <section className="sheet">
      <h2>{t('sale.refunds')}</h2>
      {sale.refunds.length === 0 && <p className="quiet">{t('sale.noRefunds')}</p>}
      <ul className="why">
        {sale.refunds.map(({ id, amount, recordedAt, reason, pointsReturned, pointsRecovered }) => (
          <li key={id}>
            <strong>{t('sale.refundOf', { amount: formatMoney(amount, i18n.language) })}</strong>
            <span className="quiet">{formatInstant(recordedAt, i18n.language, timeZone)}</span>
            <p className="quiet">
              {t('sale.refundPoints', {
                returned: formatPoints(pointsReturned, i18n.language),
                recovered: formatPoints(pointsRecovered, i18n.language),
              })}
              {reason && `. ${reason}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
