import { Button, Group } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { newKey } from '../api/new-key.ts'
import { type Outcome, runCommand } from '../api/run-command.ts'
import {
  type ConfirmationInput,
  TillConfirmationDocument,
  type TillConfirmationMutation,
} from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { ScanField } from './scan-field.tsx'

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
  const send = async () => {
    setSending(true)
    const input = {
      ...{ customer: { id: customerId }, points, purpose: 'SPEND' as const, idempotencyKey: newKey() },
      locale: i18n.language === 'ru' ? ('ru' as const) : ('en' as const),
    }
    setOutcome(await runCommand(client, TillConfirmationDocument, { input }))
    setSending(false)
  }
  const sent = outcome?.kind === 'done' ? outcome.payload : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (sent) onCode({ id: sent.confirmationId, code: code.trim() })
  }
  return (
    <section className="sheet">
      <h2>{t('till.confirmTitle')}</h2>
      {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
      {outcome && 'failure' in outcome && <FailureNote failure={outcome.failure} />}
      {sent ? (
        <form onSubmit={submit}>
          <p>{t('till.confirmText', { address: sent.maskedAddress ?? '' })}</p>
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
