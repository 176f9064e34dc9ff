import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../api/use-answer.ts'
import { type HoldsFilter, type TillHoldFragment, TillOrdersDocument } from '../generated/graphql.ts'
import { Answered } from '../list/answered.tsx'
import { pageArguments, type TurnedPage } from '../list/page-arguments.ts'
import { Pager } from '../list/pager.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { NewOrder } from './new-order.tsx'
import { OrderCard } from './order-card.tsx'
import { ScanField } from './scan-field.tsx'
import { useFindingOrders } from './use-finding-orders.ts'
import type { TillCommands } from './use-till-commands.ts'

/** Orders that take days: points are set aside when the car comes in, and taken by the final bill. */
export function OrdersPart({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<HoldsFilter>({})
  const [page, setPage] = useState<TurnedPage>({})
  const { data, isWaiting, isStale, failure, ask } = useAnswer(TillOrdersDocument, {
    ...pageArguments(page),
    filter: { status: 'OPEN', ...filter },
  })
  const { find, failure: lookFailure } = useFindingOrders((found) => {
    setPage({})
    setFilter(found)
  })
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
  const isFiltered = Object.keys(filter).length > 0
  return (
    <>
      <Group justify="space-between">
        <h2>{t('till.ordersOpen')}</h2>
        <Button size="md" autoFocus onClick={() => setNew(true)}>
          {t('till.orderNew')}
        </Button>
      </Group>
      <form
        className="filters"
        onSubmit={(event) => {
          event.preventDefault()
          void find(typed)
        }}
      >
        <ScanField label={t('till.orderFind')} size="md" value={typed} onText={setTyped} />
        <Button type="submit" size="md" variant="default">
          {t('till.orderFindGo')}
        </Button>
      </form>
      {lookFailure && <FailureNote failure={lookFailure} onRetry={() => void find(typed)} />}
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {isWaiting && <Waiting />}
      <Answered isStale={isStale}>
        {data && holds.length === 0 && (
          <p className="empty">{t(isFiltered ? 'list.noneForFilters' : 'till.ordersNone')}</p>
        )}
        <OpenOrders holds={holds} onOpen={setOpen} />
      </Answered>
      {data && <Pager pageInfo={data.holds.pageInfo} isStale={isStale} onTurn={setPage} />}
    </>
  )
}

interface OpenOrdersProps {
  readonly holds: readonly TillHoldFragment[]
  readonly onOpen: (hold: TillHoldFragment) => void
}

function OpenOrders({ holds, onOpen }: OpenOrdersProps) {
  const { t, i18n } = useTranslation()
  const { timeZone } = usePlace()
  return (
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
          <Button variant="default" onClick={() => onOpen(hold)}>
            {t('till.capture')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
