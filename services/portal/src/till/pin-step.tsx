import { Button, Stack, Title } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from 'urql'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import {
  type LockCashierFragment,
  LockSignInDocument,
  type LockSignInMutation,
  type MePartsFragment,
} from '../generated/graphql.ts'
import { Note } from '../refusal/note.tsx'
import { PinField } from './pin-field.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'
import { lockHeard } from './use-till-lock.ts'

const SHORTEST = 4

interface PinStepProps {
  readonly client: Client
  readonly cashier: LockCashierFragment
  readonly onIn: (me: MePartsFragment, wrongPins: number) => void
  readonly onOther: () => void
}

/** The PIN of one cashier. Typed on the keyboard, or touched on the pad below it. */
export function PinStep({ client, cashier, onIn, onOther }: PinStepProps) {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<LockSignInMutation> | null>(null)
  const [left, wait] = useSecondsLeft()
  const field = useRef<HTMLInputElement>(null)
  const isOpen = !isBusy && left === 0
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isOpen || pin.length < SHORTEST) return
    setBusy(true)
    await lockHeard()
    const input = { cashierId: cashier.cashierId, pin, transport: 'COOKIE' as const }
    const ended = await runCommand(client, LockSignInDocument, { input })
    setBusy(false)
    setPin('')
    if (ended.kind === 'done') return onIn(ended.payload.me, ended.payload.wrongPins ?? 0)
    setOutcome(ended)
    if (ended.kind === 'refused' && 'waitSeconds' in ended.refusal) wait(Number(ended.refusal.waitSeconds))
  }
  return (
    <form onSubmit={submit} onKeyDown={(event) => event.key === 'Escape' && onOther()}>
      <Stack gap="md">
        <Title order={1}>{cashier.name ?? t('lock.unnamed')}</Title>
        <PinRefused outcome={outcome} left={left} />
        <PinField
          {...{ field, pin, isDisabled: !isOpen }}
          label={t('lock.pinOf', { name: cashier.name ?? t('lock.unnamed') })}
          onPin={(typed) => {
            setPin(typed)
            setOutcome(null)
          }}
        />
        <Button type="submit" size="lg" loading={isBusy} disabled={left > 0 || pin.length < SHORTEST}>
          {t('lock.enter')}
        </Button>
        <Button variant="subtle" onClick={onOther}>
          {t('lock.other')} (Esc)
        </Button>
      </Stack>
    </form>
  )
}

function PinRefused({
  outcome,
  left,
}: {
  readonly outcome: Outcome<LockSignInMutation> | null
  readonly left: number
}) {
  const { t } = useTranslation()
  if (left > 0) return <Note tone="wait" code="SIGN_IN_DELAYED" title={t('lock.waits', { count: left })} />
  if (outcome?.kind !== 'refused') return <OutcomeNote outcome={outcome} />
  const { code } = outcome.refusal
  if (code === 'SIGN_IN_DELAYED') return null
  if (code === 'PIN_NOT_VALID') return <Note tone="bad" code={code} title={t('lock.wrong')} />
  return <OutcomeNote outcome={outcome} />
}
