import { Button, Group } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { newKey } from '../api/new-key.ts'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import {
  type ConfirmationInput,
  TillConfirmationDocument,
  type TillConfirmationMutation,
} from '../generated/graphql.ts'
import { ScanField } from './scan-field.tsx'
import { isEnough, type SentCode } from './sent-code.ts'

interface ConfirmStepProps {
  readonly customerId: string
  readonly points: string
  readonly isBusy: boolean
  readonly onCode: (confirmation: ConfirmationInput) => void
}

/** The customer's yes to spending more than the coalition lets pass without one: a code that only the customer gets. */
export function ConfirmStep({ customerId, points, isBusy, onCode }: ConfirmStepProps) {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const [code, setCode] = useState('')
  const [isSending, setSending] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<TillConfirmationMutation> | null>(null)
  const [sent, setSent] = useState<SentCode | null>(null)
  const send = async () => {
    setSending(true)
    setCode('')
    const input = {
      ...{ customer: { id: customerId }, points, purpose: 'SPEND' as const, idempotencyKey: newKey() },
      locale: i18n.language === 'ru' ? ('ru' as const) : ('en' as const),
    }
    const answer = await runCommand(client, TillConfirmationDocument, { input })
    setSending(false)
    setOutcome(answer)
    // Where a new one was not sent the one before still counts.
    if (answer.kind === 'done') {
      const { confirmationId, maskedAddress } = answer.payload
      setSent({ id: confirmationId, address: maskedAddress ?? '', points })
    }
  }
  const usable = sent && isEnough(sent, points) ? sent : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (usable) onCode({ id: usable.id, code: code.trim() })
  }
  return (
    <section className="sheet">
      <h2>{t('till.confirmTitle')}</h2>
      <OutcomeNote outcome={outcome} />
      {sent && !usable && <p>{t('till.confirmMore')}</p>}
      {usable ? (
        <form onSubmit={submit}>
          <p>{t('till.confirmText', { address: usable.address })}</p>
          <ScanField
            {...{
              autoFocus: true,
              size: 'lg',
              inputMode: 'numeric',
              required: true,
              classNames: { input: 'big' },
            }}
            label={t('till.confirmCode')}
            value={code}
            onText={setCode}
          />
          <Group mt="md">
            <Button type="submit" size="lg" loading={isBusy}>
              {t('till.record')}
            </Button>
            <Button size="lg" variant="default" onClick={send} loading={isSending}>
              {t('till.sendAnew')}
            </Button>
          </Group>
        </form>
      ) : (
        <Button size="lg" onClick={send} loading={isSending}>
          {t('till.sendCode')}
        </Button>
      )}
    </section>
  )
}
