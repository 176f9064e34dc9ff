import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../api/run-command.ts'
import type { TillRefundMutation } from '../generated/graphql.ts'
import { decimalOf, formatMoney } from '../number/format-money.ts'
import { parseMoney } from '../number/parse-money.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { RefundDone } from './refund-done.tsx'
import type { SaleOfToday } from './today-part.tsx'
import type { TillCommands } from './use-till-commands.ts'

interface RefundStepProps {
  readonly sale: SaleOfToday
  readonly commands: TillCommands
  readonly onEnd: () => void
}

/** Undoes a sale: the lines that come back where the receipt has lines, else a sum, all that is left to begin with. */
export function RefundStep({ sale, commands, onEnd }: RefundStepProps) {
  const { t, i18n } = useTranslation()
  const [amount, setAmount] = useState(() => decimalOf(BigInt(sale.refundable.amountMinor)))
  const [refs, setRefs] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome<TillRefundMutation> | null>(null)
  const { currency } = sale.refundable
  const ofLines = sale.lines.filter(({ ref }) => refs.includes(ref))
  const amountMinor =
    ofLines.length > 0
      ? ofLines.reduce((sum, { total }) => sum + BigInt(total.amountMinor), 0n).toString()
      : parseMoney(amount, i18n.language)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (amountMinor === null) return
    const what =
      ofLines.length > 0
        ? { lines: ofLines.map(({ ref }) => ({ ref })) }
        : { amount: { amountMinor, currency } }
    const input = { purchase: { id: sale.id }, reason: reason.trim(), ...what }
    const summary = { amountMinor, currency, receiptRef: sale.receiptRef }
    const answer = await commands.send('refund', input, summary)
    if (answer) setOutcome(answer)
  }
  if (outcome?.kind === 'done')
    return <RefundDone refund={outcome.payload.refund} words={t('till.today')} onNext={onEnd} />
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <h2>{t('till.refundTitle', { receipt: sale.receiptRef })}</h2>
        {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
        {outcome?.kind === 'failed' && <FailureNote failure={outcome.failure} />}
        {sale.lines.length > 0 && <LinesToRefund sale={sale} refs={refs} onRefs={setRefs} />}
        {ofLines.length === 0 && (
          <TextInput
            {...{
              autoFocus: true,
              size: 'lg',
              inputMode: 'decimal',
              required: true,
              classNames: { input: 'big' },
            }}
            label={t('till.refundAmount')}
            description={t('till.refundWhole', { amount: formatMoney(sale.refundable, i18n.language) })}
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
        <TextInput
          {...{ size: 'md', autoComplete: 'off' }}
          label={t('till.refundReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            type="submit"
            size="lg"
            color="red.9"
            loading={commands.isSending}
            disabled={amountMinor === null}
          >
            {t('till.refundSubmit', {
              amount: amountMinor === null ? '' : formatMoney({ amountMinor, currency }, i18n.language),
            })}
          </Button>
          <Button size="lg" variant="default" onClick={onEnd}>
            {t('till.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

interface LinesToRefundProps {
  readonly sale: SaleOfToday
  readonly refs: readonly string[]
  readonly onRefs: (refs: readonly string[]) => void
}

function LinesToRefund({ sale, refs, onRefs }: LinesToRefundProps) {
  const { t, i18n } = useTranslation()
  return (
    <Checkbox.Group label={t('till.refundLines')} value={[...refs]} onChange={onRefs}>
      <Stack gap="sm" mt="xs">
        {sale.lines.map(({ ref, title, total }) => (
          <Checkbox
            key={ref}
            size="md"
            value={ref}
            label={`${title}, ${formatMoney(total, i18n.language)}`}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
