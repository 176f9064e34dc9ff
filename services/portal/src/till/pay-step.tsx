import { Button, Group, Slider, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outcome } from '../api/run-command.ts'
import type {
  ConfirmationInput,
  TillCustomerPartsFragment,
  TillSaleMutation,
  TillSalePartsFragment,
} from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { Waiting } from '../shell/waiting.tsx'
import type { Bill } from './bill-step.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { ownReceipt } from './own-receipt.ts'
import { QuoteEffects } from './quote-effects.tsx'
import { readPoints } from './read-points.ts'
import { type Quote, useQuote } from './use-quote.ts'
import type { TillCommands } from './use-till-commands.ts'

interface PayStepProps {
  readonly customer: TillCustomerPartsFragment
  readonly bill: Bill
  readonly commands: TillCommands
  readonly onDone: (sale: TillSalePartsFragment, balanceAfter: string) => void
}

/** What is to pay, by the API's own word: points may take a part, and Enter records. */
export function PayStep({ customer, bill, commands, onDone }: PayStepProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, now } = usePlace()
  const [typed, setTyped] = useState('')
  const [round, setRound] = useState(0)
  const isBusy = commands.isSending
  const [outcome, setOutcome] = useState<Outcome<TillSaleMutation> | null>(null)
  const [ownRef] = useState(() => ownReceipt(now(), timeZone))
  const { points, wrong } = readPoints(typed, i18n.language)
  const { quote, ofPoints, refusal, failure } = useQuote({ customerId: customer.id, bill, points, round })
  const again = () => setRound(round + 1)
  // Nothing is recorded at a price that nobody has seen.
  const isSeen = quote !== null && points !== null && ofPoints === points && refusal === null
  const receiptRef = bill.receiptRef || ownRef

  const record = async (confirmation: ConfirmationInput | null) => {
    if (!isSeen || points === null || isBusy) return
    const answer = await commands.send(
      'sale',
      saleOf({ customer, bill, points, quote, receiptRef, confirmation }),
      {
        ...{ amountMinor: bill.totalMinor, currency: quote.moneyPart.currency, receiptRef },
      },
    )
    if (!answer) return
    setOutcome(answer)
    if (answer.kind === 'done') onDone(answer.payload.purchase, answer.payload.balanceAfter)
    else if (answer.kind === 'refused' && answer.refusal.code === 'PRICE_CHANGED') again()
  }
  const needsCode = quote?.needsConfirmation === true && points !== null && points !== '0'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!needsCode) void record(null)
  }
  if (!quote && refusal) return <RefusalNote refusal={refusal} />
  if (!quote) return failure ? <FailureNote failure={failure} onRetry={again} /> : <Waiting />
  return (
    <section className="till-pay">
      <form onSubmit={submit} className="till-pay">
        <PointsField {...{ quote, typed, wrong }} onTyped={setTyped} />
        <PriceShown quote={quote} isStale={!isSeen} />
        {refusal && <RefusalNote refusal={refusal} />}
        {failure && <FailureNote failure={failure} onRetry={again} />}
        {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
        {outcome?.kind === 'failed' && <FailureNote failure={outcome.failure} />}
        {!needsCode && (
          <Button type="submit" size="xl" loading={isBusy} disabled={!isSeen}>
            {t('till.record')}
          </Button>
        )}
      </form>
      {needsCode && <ConfirmStep {...{ customerId: customer.id, points, isBusy }} onCode={record} />}
      <QuoteEffects rules={quote.rules} />
    </section>
  )
}

interface SaleParts extends Pick<PayStepProps, 'customer' | 'bill'> {
  readonly points: string
  readonly quote: Quote
  readonly receiptRef: string
  readonly confirmation: ConfirmationInput | null
}

const saleOf = ({ customer, bill, points, quote, receiptRef, confirmation }: SaleParts) => ({
  customer: { id: customer.id },
  total: { amountMinor: bill.totalMinor, currency: quote.moneyPart.currency },
  expectedToPay: { amountMinor: quote.moneyPart.amountMinor, currency: quote.moneyPart.currency },
  ...{ points, receiptRef, confirmation, code: bill.code || null },
})

interface PointsFieldProps {
  readonly quote: Quote
  readonly typed: string
  /** Why what is typed is no number of points. */
  readonly wrong: 'card' | 'unreadable' | null
  readonly onTyped: (text: string) => void
}

function PointsField({ quote, typed, wrong, onTyped }: PointsFieldProps) {
  const { t, i18n } = useTranslation()
  const max = Number(quote.maxPoints)
  const isNone = quote.maxPoints === '0'
  return (
    <div>
      <TextInput
        {...{ autoFocus: true, size: 'lg', inputMode: 'numeric', autoComplete: 'off' }}
        classNames={{ input: 'big' }}
        label={t('till.spend')}
        description={
          isNone
            ? t('till.cannotSpend')
            : t('till.spendHint', { max: formatPoints(quote.maxPoints, i18n.language) })
        }
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={wrong && t(wrong === 'card' ? 'till.cardIsNoPoints' : 'till.notPoints')}
        placeholder="0"
        readOnly={isNone}
        value={typed}
        onChange={(event) => onTyped(event.currentTarget.value)}
      />
      {!isNone && (
        <Group mt="md" gap="lg" wrap="nowrap">
          <Slider
            {...{ flex: 1, min: 0, max, size: 'lg', label: null }}
            thumbLabel={t('till.spend')}
            value={Math.min(Number(readPoints(typed, i18n.language).points ?? 0), max)}
            onChange={(value) => onTyped(String(value))}
          />
          <Button variant="default" onClick={() => onTyped(quote.maxPoints)}>
            {t('till.all')}
          </Button>
        </Group>
      )}
    </div>
  )
}

function PriceShown({ quote, isStale }: { readonly quote: Quote; readonly isStale: boolean }) {
  const { t, i18n } = useTranslation()
  return (
    <div className="sheet" aria-live="polite" aria-busy={isStale} data-state={isStale ? 'asking' : 'seen'}>
      <div className="till-due">
        <span>{t('till.due')}</span>
        <span className="value amount">{formatMoney(quote.moneyPart, i18n.language)}</span>
      </div>
      {quote.discount.amountMinor !== '0' && (
        <div className="till-due">
          <span className="quiet">{t('till.discount')}</span>
          <span className="amount">{formatMoney(quote.discount, i18n.language)}</span>
        </div>
      )}
      <div className="till-due">
        <span className="quiet">{t('till.willEarn')}</span>
        <span className="amount">{formatPoints(quote.pointsToEarn, i18n.language)}</span>
      </div>
    </div>
  )
}
