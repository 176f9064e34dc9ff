import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../api/run-command.ts'
import { useAnswer } from '../api/use-answer.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { type TillRefundMutation, TillSaleToRefundDocument } from '../generated/graphql.ts'
import { decimalOf, formatMoney, type MoneyValue } from '../number/format-money.ts'
import { parseMoney } from '../number/parse-money.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { Waiting } from '../shell/waiting.tsx'
import { amountOfLines, type LeftOfLine, leftOfLines } from './left-of-lines.ts'
import { RefundDone } from './refund-done.tsx'
import type { SaleOfToday } from './today-part.tsx'
import type { TillCommands } from './use-till-commands.ts'

interface RefundStepProps {
  readonly sale: SaleOfToday
  readonly commands: TillCommands
  readonly onEnd: () => void
}

/** Undoes a sale: what is left of it is asked for first, for a list may be of some time ago. */
export function RefundStep({ sale, commands, onEnd }: RefundStepProps) {
  const { data, failure, ask } = useAnswer(TillSaleToRefundDocument, { id: sale.id })
  if (data?.purchase) {
    const { refundable } = data.purchase
    return <RefundForm {...{ sale, refundable, commands, onEnd }} lines={leftOfLines(data.purchase)} />
  }
  return failure ? <FailureNote failure={failure} onRetry={ask} /> : <Waiting />
}

interface RefundFormProps extends RefundStepProps {
  readonly refundable: MoneyValue
  readonly lines: readonly LeftOfLine[]
}

/** The lines that come back where the receipt has lines, else a sum, all that is left to begin with. */
function RefundForm({ sale, refundable, lines, commands, onEnd }: RefundFormProps) {
  const { t, i18n } = useTranslation()
  const [amount, setAmount] = useState(() => decimalOf(BigInt(refundable.amountMinor)))
  const [refs, setRefs] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome<TillRefundMutation> | null>(null)
  const errorOf = useFieldError(outcome?.kind === 'refused' ? outcome.refusal : null)
  const { currency } = refundable
  const isByLines = refs.length > 0
  const typed = parseMoney(amount, i18n.language)
  const amountMinor = isByLines ? amountOfLines(lines, refs, refundable.amountMinor) : typed
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (amountMinor === null) return
    const what = isByLines ? { lines: refs.map((ref) => ({ ref })) } : { amount: { amountMinor, currency } }
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
        <OutcomeNote outcome={outcome} />
        {lines.length > 0 && <LinesToRefund lines={lines} refs={refs} onRefs={setRefs} />}
        {isByLines && amountMinor === null && <p className="bad">{t('till.refundLinesTooMuch')}</p>}
        {!isByLines && (
          <TextInput
            {...{ autoFocus: true, size: 'lg', inputMode: 'decimal', required: true }}
            classNames={{ input: 'big' }}
            label={t('till.refundAmount')}
            description={t('till.refundWhole', { amount: formatMoney(refundable, i18n.language) })}
            error={amount.trim() !== '' && typed === null ? t('till.notAnAmount') : errorOf('amount')}
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
        <TextInput
          {...{ size: 'md', autoComplete: 'off' }}
          label={t('till.refundReason')}
          error={errorOf('reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button
            {...{ type: 'submit', size: 'lg', color: 'red.9' }}
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
  readonly lines: readonly LeftOfLine[]
  readonly refs: readonly string[]
  readonly onRefs: (refs: readonly string[]) => void
}

function LinesToRefund({ lines, refs, onRefs }: LinesToRefundProps) {
  const { t, i18n } = useTranslation()
  return (
    <Checkbox.Group label={t('till.refundLines')} value={[...refs]} onChange={onRefs}>
      <Stack gap="sm" mt="xs">
        {lines.map(({ ref, title, leftMinor, currency }) => {
          const left = formatMoney({ amountMinor: leftMinor.toString(), currency }, i18n.language)
          return (
            <Checkbox
              key={ref}
              size="md"
              value={ref}
              disabled={leftMinor <= 0n}
              label={leftMinor <= 0n ? t('till.lineIsBack', { title }) : `${title}, ${left}`}
            />
          )
        })}
      </Stack>
    </Checkbox.Group>
  )
}
