import { TextInput } from '@mantine/core'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ended } from '../command/outcome-note.tsx'

const LONGEST = 8
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const

interface PinFieldProps {
  readonly field: Ref<HTMLInputElement>
  readonly label: string
  readonly pin: string
  readonly isDisabled: boolean
  readonly onPin: (pin: string) => void
}

/** A field for digits, with a pad for fingers. The pad leaves the keyboard where it is: who types needs none of it. */
export function PinField({ field, label, pin, isDisabled, onPin }: PinFieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        {...{ ref: field, type: 'password', inputMode: 'numeric', autoComplete: 'off', size: 'lg' }}
        {...{ autoFocus: true, label }}
        classNames={{ input: 'code-input' }}
        value={pin}
        disabled={isDisabled}
        onChange={(event) => onPin(digitsOf(event.currentTarget.value))}
      />
      <div className="lock-pad">
        {DIGITS.map((digit) => (
          <button
            key={digit}
            type="button"
            tabIndex={-1}
            className="lock-key"
            disabled={isDisabled}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPin(digitsOf(pin + digit))}
          >
            {digit}
          </button>
        ))}
        <button
          type="button"
          tabIndex={-1}
          className="lock-key"
          aria-label={t('lock.erase')}
          disabled={isDisabled}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPin(pin.slice(0, -1))}
        >
          ⌫
        </button>
      </div>
    </>
  )
}

interface NewPinProps {
  readonly label: string
  readonly pin: string
  readonly error?: string | undefined
  readonly onPin: (pin: string) => void
}

/** A field for a PIN that is being chosen. */
export function NewPin({ label, pin, error, onPin }: NewPinProps) {
  return (
    <TextInput
      {...{ type: 'password', inputMode: 'numeric', autoComplete: 'off', required: true, label, error }}
      value={pin}
      onChange={(event) => onPin(digitsOf(event.currentTarget.value))}
    />
  )
}

/** Whether a PIN was refused for being easy to guess. */
export const isPinWeak = (outcome: Ended | null): boolean =>
  outcome?.kind === 'refused' &&
  outcome.refusal.code === 'INVALID_INPUT' &&
  outcome.refusal.path.includes('pin')

/** What a PIN may have of what was typed. */
const digitsOf = (typed: string): string => typed.replaceAll(/\D/g, '').slice(0, LONGEST)
