import { Button, Checkbox, Stack, TextInput } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { useAnswer } from '../api/use-answer.ts'
import { OutcomeNote } from '../command/outcome-note.tsx'
import {
  TillConsentDocument,
  type TillCustomerPartsFragment,
  TillEnrolDocument,
  type TillEnrolMutation,
} from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { consentTextOf, type PublishedText } from './consent-text.ts'
import { ScanField } from './scan-field.tsx'

/** The version that stands in a customer's record where the coalition has published no text: the shop's own paper. */
const OWN_PAPER = '1'

/** Enrolling a customer: a name, a phone, and their yes to the text on personal data. */
export function EnrolPart() {
  const { t } = useTranslation()
  const client = useClient()
  const { phone: initial = '' } = useSearch({ from: '/$place/till' })
  const { data, failure, ask } = useAnswer(TillConsentDocument, {})
  const [name, setName] = useState('')
  const [phone, setPhone] = useState(initial)
  const [hasConsent, setConsent] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<TillEnrolMutation> | null>(null)
  const errorOf = useFieldError(outcome?.kind === 'refused' ? outcome.refusal : null)
  const consentText = consentTextOf(data)
  const text = consentText.kind === 'published' ? consentText.text : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // Nobody agrees to a text that is not known yet.
    if (isBusy || consentText.kind === 'unknown') return
    setBusy(true)
    const consent = text
      ? [{ purpose: 'PERSONAL_DATA' as const, source: 'TILL' as const, textVersion: text.version }]
      : null
    const input = {
      name: name.trim(),
      phone: phone.trim(),
      consentVersion: text?.version ?? OWN_PAPER,
      consents: consent,
    }
    setOutcome(await runCommand(client, TillEnrolDocument, { input }))
    setBusy(false)
  }
  if (outcome?.kind === 'done') return <Enrolled customer={outcome.payload.customer} />
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <OutcomeNote outcome={outcome} />
        <ScanField
          {...{ autoFocus: initial === '', size: 'lg', inputMode: 'tel', required: true }}
          classNames={{ input: 'big' }}
          label={t('till.phone')}
          error={errorOf('phone')}
          value={phone}
          onText={setPhone}
        />
        <TextInput
          {...{ autoFocus: initial !== '', size: 'lg', autoComplete: 'off', required: true }}
          classNames={{ input: 'big' }}
          label={t('till.name')}
          error={errorOf('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {failure && <FailureNote failure={failure} onRetry={ask} />}
        {consentText.kind === 'unknown' ? (
          !failure && <p className="quiet">{t('shell.waiting')}</p>
        ) : (
          <ConsentField text={text} hasConsent={hasConsent} onConsent={setConsent} />
        )}
        <Button type="submit" size="xl" loading={isBusy} disabled={consentText.kind === 'unknown'}>
          {t('till.enrolSubmit')}
        </Button>
      </Stack>
    </form>
  )
}

interface ConsentFieldProps {
  /** None where the shop has its own paper. */
  readonly text: PublishedText | undefined
  readonly hasConsent: boolean
  readonly onConsent: (hasConsent: boolean) => void
}

function ConsentField({ text, hasConsent, onConsent }: ConsentFieldProps) {
  const { t } = useTranslation()
  return (
    <>
      <Checkbox
        {...{ size: 'md', required: true, checked: hasConsent }}
        label={text ? t('till.consent', { version: text.version }) : t('till.consentOnPaper')}
        onChange={(event) => onConsent(event.currentTarget.checked)}
      />
      {text && <ConsentText text={text} />}
    </>
  )
}

function ConsentText({ text }: { readonly text: PublishedText }) {
  const { i18n } = useTranslation()
  return (
    <details className="sheet">
      <summary>{text.version}</summary>
      <p className="quiet">{i18n.language === 'ru' ? text.textRu : text.textEn}</p>
    </details>
  )
}

function Enrolled({ customer }: { readonly customer: TillCustomerPartsFragment }) {
  const { t } = useTranslation()
  const place = usePlace()
  const navigate = useNavigate()
  return (
    <section className="sheet till-done" aria-live="polite" data-state="enrolled">
      <h2>{customer.name}</h2>
      <div className="value amount">{customer.card?.number.replaceAll(/(.{4})/g, '$1 ')}</div>
      <Button
        {...{ size: 'lg', autoFocus: true }}
        onClick={() => navigate({ to: '/$place/till', params: { place: place.id }, search: {} })}
      >
        {t('till.toSale')}
      </Button>
    </section>
  )
}
