import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { type LegPartsFragment, RecordPaymentDocument } from '../generated/graphql.ts'
import { type Column, DataTable } from '../list/data-table.tsx'
import { decimalOf, formatMoney } from '../number/format-money.ts'
import { formatLocalDay } from '../number/format-time.ts'
import { localDayOf } from '../number/local-day.ts'
import { parseMoney } from '../number/parse-money.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { isLate, takesMoney } from './leg-state.ts'

const TONES: Readonly<Record<string, string>> = {
  ...{ OPEN: 'wait', PARTIAL: 'wait', PAID: 'good', RECEIVABLE: 'bad' },
}

interface LegTableProps {
  readonly legs: readonly LegPartsFragment[]
  readonly onDone: () => void
}

/** Payments of approved plans; who keeps the books marks what was paid. */
export function LegTable({ legs, onDone }: LegTableProps) {
  const { t } = useTranslation()
  const columns = useLegColumns(onDone)
  return <DataTable rows={legs} columns={columns} rowId={({ id }) => id} label={t('payments.title')} />
}

function useLegColumns(onDone: () => void): readonly Column<LegPartsFragment>[] {
  const { t, i18n } = useTranslation()
  const { coalitionName, scopes, now, timeZone } = usePlace()
  const today = localDayOf(now(), timeZone)
  const canRecord = scopes.has('settlement:propose')
  return [
    {
      id: 'parties',
      header: t('payments.parties'),
      cell: (leg) => (
        <>
          {leg.payer?.name ?? coalitionName} → {(leg.payee ?? leg.payeeAffiliate)?.name ?? coalitionName}
          <div className="quiet">{leg.reference}</div>
          <div className="narrow">
            <LegTag leg={leg} today={today} />
          </div>
        </>
      ),
    },
    {
      ...{ id: 'status', header: t('payments.state'), isMinor: true },
      cell: (leg) => <LegTag leg={leg} today={today} />,
    },
    {
      ...{ id: 'due', header: t('payments.due'), isMinor: true },
      cell: ({ dueOn }) => <span className="amount">{formatLocalDay(dueOn, i18n.language)}</span>,
    },
    {
      ...{ id: 'paid', header: t('payments.paid'), isNumber: true, isMinor: true },
      cell: ({ paid }) => formatMoney(paid, i18n.language),
    },
    {
      ...{ id: 'amount', header: t('payments.amount'), isNumber: true },
      cell: (leg) => (
        <>
          {formatMoney(leg.amount, i18n.language)}
          {canRecord && takesMoney(leg) && (
            <div>
              <RecordPayment leg={leg} onDone={onDone} />
            </div>
          )}
        </>
      ),
    },
  ]
}

interface LegTagProps {
  readonly leg: LegPartsFragment
  /** By the coalition's clock, as `2026-11-30`. */
  readonly today: string
}

function LegTag({ leg, today }: LegTagProps) {
  const { t } = useTranslation()
  const late = isLate(leg, today)
  return (
    <span className="tag" data-tone={late ? 'bad' : TONES[leg.status]}>
      {late ? t('payments.late') : t(`payments.${leg.status as 'OPEN'}`)}
    </span>
  )
}

interface RecordPaymentProps {
  readonly leg: LegPartsFragment
  readonly onDone: () => void
}

function RecordPayment({ leg, onDone }: RecordPaymentProps) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const left = BigInt(leg.amount.amountMinor) - BigInt(leg.paid.amountMinor)
  const shown = decimalOf(left).replace('.', i18n.language === 'ru' ? ',' : '.')
  const [amount, setAmount] = useState<string | null>(null)
  const [paidOn, setPaidOn] = useState(() => localDayOf(place.now(), place.timeZone))
  const [isAnother, setAnother] = useState(false)
  const command = useCommand(RecordPaymentDocument, () => {
    setAmount(null)
    setAnother(false)
    onDone()
  })
  const refusal = command.outcome?.kind === 'refused' ? command.outcome.refusal : null
  const errorOf = useFieldError(refusal)
  const isRecorded = refusal?.code === 'PAYMENT_RECORDED_ALREADY'
  const amountMinor = parseMoney(amount ?? shown, i18n.language)
  return (
    <ConfirmButton
      {...command}
      words={t('payments.record')}
      question={t('payments.recordAsk', {
        payer: leg.payer?.name ?? place.coalitionName,
        payee: (leg.payee ?? leg.payeeAffiliate)?.name ?? place.coalitionName,
      })}
      onConfirm={async () =>
        amountMinor !== null &&
        (await command.run((idempotencyKey) => ({
          input: { idempotencyKey, legId: leg.id, amountMinor, paidOn, isAnother },
        })))
      }
    >
      <TextInput
        label={t('payments.amount')}
        inputMode="decimal"
        required
        value={amount ?? shown}
        error={amountMinor === null ? t('payments.noAmount') : errorOf('amountMinor')}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={t('payments.paidOn')}
        required
        value={paidOn}
        error={errorOf('paidOn')}
        onChange={(event) => setPaidOn(event.currentTarget.value)}
      />
      {(isRecorded || isAnother) && (
        <label className="tick">
          <input
            type="checkbox"
            checked={isAnother}
            onChange={(event) => setAnother(event.currentTarget.checked)}
          />
          {t('payments.isAnother')}
        </label>
      )}
    </ConfirmButton>
  )
}
