import { TextInput, type TextInputProps } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { scannedCharacter } from './scanned-character.ts'

interface ScanFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'onKeyDown'> {
  readonly value: string
  readonly onText: (text: string) => void
}

/** A field that a scanner types into: its text comes out right whichever layout is on. */
export function ScanField({ value, onText, ...field }: ScanFieldProps) {
  const rightTheLayout = (event: KeyboardEvent<HTMLInputElement>) => {
    const meant = scannedCharacter(event)
    if (meant === null) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    const from = selectionStart ?? value.length
    onText(value.slice(0, from) + meant + value.slice(selectionEnd ?? from))
  }
  return (
    <TextInput
      {...field}
      {...{ autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, value }}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={rightTheLayout}
    />
  )
}
