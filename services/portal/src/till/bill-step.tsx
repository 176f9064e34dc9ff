import { Anchor, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMoney } from '../number/parse-money.ts'
import { ScanField } from './scan-field.tsx'

/** A bill as it was typed. */
export interface Bill {
  /** Minor units. */
  readonly totalMinor: string
  /** Empty: the till gives its own. */
  readonly receiptRef: string
  /** Empty for none. */
  readonly code: string
}

interface BillStepProps {
  readonly bill: Bill | undefined
  readonly onBill: (bill: Bill) => void
  /** Something else is typed than was handed over: it counts no more. */
  readonly onChange?: () => void
}

/** How much the bill is, and what else belongs to it. */
export function BillStep({ bill, onBill, onChange }: BillStepProps) {
  const { t, i18n } = useTranslation()
  const [amount, setAmount] = useState('')
  const [receiptRef, setReceiptRef] = useState('')
  const [code, setCode] = useState('')
  const [isWrong, setWrong] = useState(false)
  const [hasMore, setMore] = useState(false)
  const typing = (set: (text: string) => void) => (text: string) => {
    set(text)
    onChange?.()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const totalMinor = parseMoney(amount, i18n.language)
    const isBad = totalMinor === null || totalMinor === '0'
    setWrong(isBad)
    if (!isBad) onBill({ totalMinor, receiptRef: receiptRef.trim(), code: code.trim() })
  }
  return (
    <form onSubmit={submit}>
      <TextInput
        {...{ autoFocus: true, size: 'lg', inputMode: 'decimal', autoComplete: 'off' }}
        classNames={{ input: 'big' }}
        label={t('till.amount')}
        description={bill ? undefined : t('till.amountHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={isWrong ? t('till.notAnAmount') : undefined}
        value={amount}
        onChange={(event) => typing(setAmount)(event.currentTarget.value)}
      />
      {hasMore ? (
        <div className="columns">
          <ScanField
            label={t('till.receipt')}
            description={t('till.receiptHint')}
            value={receiptRef}
            onText={typing(setReceiptRef)}
          />
          <TextInput
            label={t('till.code')}
            autoComplete="off"
            value={code}
            onChange={(event) => typing(setCode)(event.currentTarget.value)}
          />
        </div>
      ) : (
        <Anchor component="button" type="button" mt="xs" size="sm" onClick={() => setMore(true)}>
          {t('till.more')}
        </Anchor>
      )}
      <button type="submit" hidden />
    </form>
  )
}
