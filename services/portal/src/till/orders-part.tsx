import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../api/run-command.ts'
import { useAnswer } from '../api/use-answer.ts'
import {
  type TillCustomerPartsFragment,
  type TillHoldFragment,
  TillOrdersDocument,
} from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { parseMoney, parsePoints } from '../number/parse-money.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { CustomerLine } from './customer-line.tsx'
import { FindCustomer } from './find-customer.tsx'
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

interface NewOrderProps {
  readonly commands: TillCommands
  readonly onEnd: () => void
}

function NewOrder({ commands, onEnd }: NewOrderProps) {
  const { t } = useTranslation()
  const { currency } = usePlace()
  const [customer, setCustomer] = useState<TillCustomerPartsFragment | null>(null)
  const [fields, setFields] = useState({ orderRef: '', bill: '', points: '' })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (!customer) return <FindCustomer onFound={setCustomer} />
  const change = (name: keyof typeof fields) => (event: React.ChangeEvent<HTMLInputElement>) =>
    setFields({ ...fields, [name]: event.currentTarget.value })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const amountMinor = parseMoney(fields.bill)
    const points = parsePoints(fields.points)
    if (amountMinor === null || points === null) return
    const orderRef = fields.orderRef.trim()
    const input = { customer: { id: customer.id }, bill: { amountMinor, currency }, points, orderRef }
    const outcome = await commands.send('hold', input, { amountMinor, currency, receiptRef: orderRef })
    if (outcome.kind === 'done') onEnd()
    else setRefusal(outcome.kind === 'refused' ? outcome.refusal : null)
  }
  const big = { size: 'lg', required: true, autoComplete: 'off', classNames: { input: 'big' } } as const
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <CustomerLine customer={customer} />
        {refusal && <RefusalNote refusal={refusal} />}
        <TextInput
          {...big}
          autoFocus
          label={t('till.orderRef')}
          value={fields.orderRef}
          onChange={change('orderRef')}
        />
        <TextInput
          {...{ ...big, inputMode: 'decimal' }}
          label={t('till.orderBill')}
          value={fields.bill}
          onChange={change('bill')}
          pattern="[0-9\s]+([.,][0-9]{0,2})?"
        />
        <TextInput
          {...{ ...big, inputMode: 'numeric' }}
          label={t('till.spend')}
          value={fields.points}
          onChange={change('points')}
          pattern="[0-9\s]+"
        />
        <Group>
          <Button type="submit" size="lg">
            {t('till.orderHold')}
          </Button>
          <Button size="lg" variant="default" onClick={onEnd}>
            {t('till.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
