import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LockCashierFragment } from '../generated/graphql.ts'

interface ChooseCashierProps {
  readonly cashiers: readonly LockCashierFragment[]
  readonly onChosen: (cashier: LockCashierFragment) => void
}

/** The cashiers of the till: typed, chosen by arrows, or touched. */
export function ChooseCashier({ cashiers, onChosen }: ChooseCashierProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  if (cashiers.length === 0) return <p className="quiet">{t('lock.none')}</p>
  const fits = cashiers.filter(({ name }) => (name ?? '').toLowerCase().includes(typed.trim().toLowerCase()))
  const chosen = fits[Math.min(at, fits.length - 1)]
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen) onChosen(chosen)
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    setAt(Math.max(0, Math.min(at, fits.length - 1) + step) % Math.max(1, fits.length))
  }
  return (
    <div className="lock-choose">
      <TextInput
        {...{ autoFocus: true, autoComplete: 'off', size: 'md' }}
        label={t('lock.find')}
        description={t('lock.keys')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <ul className="lock-list" aria-label={t('lock.title')}>
        {fits.map((cashier) => (
          <li key={cashier.cashierId}>
            <button
              type="button"
              className="lock-name"
              data-chosen={cashier === chosen || undefined}
              onClick={() => onChosen(cashier)}
            >
              {cashier.name ?? t('lock.unnamed')}
            </button>
          </li>
        ))}
      </ul>
      {fits.length === 0 && (
        <p className="quiet" role="status">
          {t('lock.nobodyFits')}
        </p>
      )}
    </div>
  )
}
