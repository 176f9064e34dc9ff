import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../api/run-command.ts'
import type { TillRefundMutation } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'

/** A refund as the books have it. */
export type RefundMade = Extract<Outcome<TillRefundMutation>, { kind: 'done' }>['payload']['refund']

interface RefundDoneProps {
  readonly refund: RefundMade
  /** Where the button leads. */
  readonly words: string
  readonly onNext: () => void
}

/** What goes back, in money and in points: not what was asked for, of which points take their part. */
export function RefundDone({ refund, words, onNext }: RefundDoneProps) {
  const { t, i18n } = useTranslation()
  return (
    <section className="sheet till-done" aria-live="polite" data-state="refunded">
      <p>
        {t('till.refundDone', {
          money: formatMoney(refund.moneyPart, i18n.language),
          points: formatPoints(refund.pointsReturned, i18n.language),
        })}
      </p>
      <Button size="lg" autoFocus onClick={onNext}>
        {words}
      </Button>
    </section>
  )
}
