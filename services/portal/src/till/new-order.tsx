import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ended, OutcomeNote } from '../command/outcome-note.tsx'
import type { TillCustomerPartsFragment } from '../generated/graphql.ts'
import { parseMoney } from '../number/parse-money.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { CustomerLine } from './customer-line.tsx'
import { FindCustomer } from './find-customer.tsx'
import { readPoints } from './read-points.ts'
import type { TillCommands } from './use-till-commands.ts'

interface NewOrderProps {
  readonly commands: TillCommands
  readonly onEnd: () => void
}

const NOTHING = { orderRef: '', bill: '', points: '' }
type Field = keyof typeof NOTHING

/** Sets points aside for an order: whose, which order, what it will come to. */
export function NewOrder({ commands, onEnd }: NewOrderProps) {
  const { t, i18n } = useTranslation()
  const { currency } = usePlace()
  const [customer, setCustomer] = useState<TillCustomerPartsFragment | null>(null)
  const [fields, setFields] = useState(NOTHING)
  const [wrong, setWrong] = useState<Partial<Record<Field, string>>>({})
  const [outcome, setOutcome] = useState<Ended | null>(null)
  const errorOf = useFieldError(outcome?.kind === 'refused' ? outcome.refusal : null)
  if (!customer) return <FindCustomer onFound={setCustomer} />
  const change = (name: Field) => (event: ChangeEvent<HTMLInputElement>) => {
    setFields({ ...fields, [name]: event.currentTarget.value })
    setWrong({})
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const amountMinor = parseMoney(fields.bill, i18n.language)
    const { points, wrong: pointsWrong } = readPoints(fields.points, i18n.language)
    if (amountMinor === null || points === null)
      return setWrong({
        ...(amountMinor === null ? { bill: t('till.notAnAmount') } : {}),
        ...(points === null
          ? { points: t(pointsWrong === 'card' ? 'till.cardIsNoPoints' : 'till.notPoints') }
          : {}),
      })
    const orderRef = fields.orderRef.trim()
    const input = { customer: { id: customer.id }, bill: { amountMinor, currency }, points, orderRef }
    const answer = await commands.send('hold', input, { amountMinor, currency, receiptRef: orderRef })
    if (!answer) return
    setOutcome(answer)
    if (answer.kind === 'done') onEnd()
  }
  const field = (name: Field) => ({
    ...{ size: 'lg', required: true, autoComplete: 'off', classNames: { input: 'big' } },
    ...{ value: fields[name], error: wrong[name] ?? errorOf(name), onChange: change(name) },
  })
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <CustomerLine customer={customer} />
        <OutcomeNote outcome={outcome} />
        <TextInput {...field('orderRef')} autoFocus label={t('till.orderRef')} />
        <TextInput {...field('bill')} inputMode="decimal" label={t('till.orderBill')} />
        <TextInput {...field('points')} inputMode="numeric" label={t('till.spend')} />
        <Group>
          <Button type="submit" size="lg" loading={commands.isSending}>
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
