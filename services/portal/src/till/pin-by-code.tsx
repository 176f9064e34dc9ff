import { Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from 'urql'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import {
  type LockCashierFragment,
  LockSetPinDocument,
  type LockSetPinMutation,
} from '../generated/graphql.ts'
import { Note } from '../refusal/note.tsx'
import { isPinWeak, NewPin } from './pin-field.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

interface PinByCodeProps {
  readonly client: Client
  readonly onSet: (cashier: LockCashierFragment) => void
  readonly onBack: () => void
}

/** A new cashier's PIN, set at this till with the code that the manager handed over. */
export function PinByCode({ client, onSet, onBack }: PinByCodeProps) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<LockSetPinMutation> | null>(null)
  const [left, wait] = useSecondsLeft()
  const differ = again !== '' && again !== pin
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || left > 0 || pin !== again) return
    setBusy(true)
    const ended = await runCommand(client, LockSetPinDocument, { input: { code: code.trim(), pin } })
    setBusy(false)
    setOutcome(ended)
    if (ended.kind === 'done') return onSet(ended.payload.cashier)
    if (ended.kind === 'refused' && 'waitSeconds' in ended.refusal) wait(Number(ended.refusal.waitSeconds))
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={1}>{t('lock.codeTitle')}</Title>
        <Text size="sm">{t('lock.codeText')}</Text>
        {left > 0 ? (
          <Note tone="wait" code="SIGN_IN_DELAYED" title={t('lock.waits', { count: left })} />
        ) : (
          !isPinWeak(outcome) && <OutcomeNote outcome={outcome} />
        )}
        <TextInput
          {...{ autoFocus: true, autoComplete: 'off', required: true, size: 'md', label: t('lock.code') }}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <NewPin
          {...{ pin, label: t('lock.newPin'), onPin: setPin }}
          error={isPinWeak(outcome) ? t('till.weakPin') : undefined}
        />
        <NewPin
          label={t('lock.again')}
          pin={again}
          error={differ && again.length >= pin.length ? t('lock.differ') : undefined}
          onPin={setAgain}
        />
        <Button type="submit" size="md" loading={isBusy} disabled={left > 0}>
          {t('lock.set')}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {t('lock.back')}
        </Button>
      </Stack>
    </form>
  )
}
