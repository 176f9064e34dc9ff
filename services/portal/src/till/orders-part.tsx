import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type TillHoldFragment, TillOrdersDocument } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { NewOrder } from './new-order.tsx'
import { OrderCard } from './order-card.tsx'
import type { TillCommands } from './use-till-commands.ts'

/** Orders that take days: points are set aside when the car comes in, and taken by the final bill. */
export function OrdersPart({ commands }: { readonly commands: TillCommands }) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  const { data, failure, ask } = useAnswer(TillOrdersDocument, {})
  const [isNew, setNew] = useState(false)
  const [open, setOpen] = useState<TillHoldFragment | null>(null)
  const back = () => {
    setNew(false)
    setOpen(null)
    ask()
  }
  if (isNew) return <NewOrder commands={commands} onEnd={back} />
  if (open) return <OrderCard hold={open} commands={commands} onEnd={back} />
  const holds = data?.holds.nodes ?? []
  return (
    <>
      <Group justify="space-between">
        <h2>{t('till.ordersOpen')}</h2>
        <Button size="md" autoFocus onClick={() => setNew(true)}>
          {t('till.orderNew')}
        </Button>
      </Group>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {data && holds.length === 0 && <p className="empty">{t('till.ordersNone')}</p>}
      <ul className="till-list">
        {holds.map((hold) => (
          <li key={hold.id} className="sheet till-row">
            <span>
              <strong>{hold.customer.name}</strong>
              <br />
              <span className="quiet">
                {hold.orderRef} ·{' '}
                {t('till.orderTill', { time: formatInstant(hold.expiresAt, i18n.language, timeZone) })}
              </span>
            </span>
            <span className="till-row-sum">
              <span className="amount">{formatMoney(hold.bill, i18n.language)}</span>
              <span className="quiet amount">
                {t('till.held', { points: formatPoints(hold.points, i18n.language) })}
              </span>
            </span>
            <Button variant="default" onClick={() => setOpen(hold)}>
              {t('till.capture')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
