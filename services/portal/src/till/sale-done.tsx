import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillSalePartsFragment } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'

interface SaleDoneProps {
  readonly sale: TillSalePartsFragment
  readonly balanceAfter: string
  readonly onNext: () => void
}

/** What the books say of a sale that was recorded: the money to take, in type that is read across a counter. */
export function SaleDone({ sale, balanceAfter, onNext }: SaleDoneProps) {
  const { t, i18n } = useTranslation()
  const points = (value: string) => formatPoints(value, i18n.language)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onNext()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onNext])
  return (
    <section className="sheet till-done" data-state="done" aria-live="polite">
      <h2 className="good">{t('till.done')}</h2>
      <div className="quiet">{t('till.takeMoney')}</div>
      <div className="value amount">{formatMoney(sale.moneyPart, i18n.language)}</div>
      <div>
        {[
          sale.pointsRedeemed === '0' ? null : t('till.doneSpent', { points: points(sale.pointsRedeemed) }),
          t('till.doneEarned', { points: points(sale.pointsEarned) }),
          t('till.doneBalance', { points: points(balanceAfter) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <div className="quiet">{t('till.receiptIs', { receipt: sale.receiptRef })}</div>
      <Button size="lg" onClick={onNext} autoFocus>
        {t('till.next')}
      </Button>
      <div className="till-hint">{t('till.nextHint')}</div>
    </section>
  )
}
