import { Anchor, Button, Code, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { type Outcome, runCommand } from '../api/run-command.ts'
import {
  ConfirmEnrolmentDocument,
  type ConfirmEnrolmentMutation,
  EnrolTotpDocument,
  type EnrolTotpMutation,
} from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { DoorFrame } from './door-frame.tsx'
import { useSession } from './use-me.tsx'

interface Secret {
  readonly secret: string
  readonly uri: string
}

/** What a role that demands a second factor asks for before anything else: an authenticator, and its first code. */
export function EnrolSecondFactor({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const navigate = useNavigate()
  const [secret, setSecret] = useState<Secret | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [outcome, setOutcome] = useState<Outcome<EnrolTotpMutation> | null>(null)
  const begin = async () => {
    const answer = await runCommand(client, EnrolTotpDocument, { input: {} })
    setOutcome(answer)
    if (answer.kind === 'done') setSecret(answer.payload)
  }
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />
  return (
    <DoorFrame>
      <Stack gap="md">
        <Title order={1}>{t('enrolment.title')}</Title>
        <Text c="dimmed">{t('enrolment.text')}</Text>
        {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
        {outcome && 'failure' in outcome && <FailureNote failure={outcome.failure} />}
        {secret ? (
          <FirstCode secret={secret} onCodes={setCodes} />
        ) : (
          <Button size="md" onClick={begin}>
            {t('enrolment.begin')}
          </Button>
        )}
        <Anchor component="button" type="button" size="sm" onClick={() => navigate({ to: '/places' })}>
          {t('enrolment.elsewhere')}
        </Anchor>
      </Stack>
    </DoorFrame>
  )
}

interface FirstCodeProps {
  readonly secret: Secret
  readonly onCodes: (codes: readonly string[]) => void
}

function FirstCode({ secret, onCodes }: FirstCodeProps) {
  const { t } = useTranslation()
  const client = useClient()
  const [code, setCode] = useState('')
  const [outcome, setOutcome] = useState<Outcome<ConfirmEnrolmentMutation> | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await runCommand(client, ConfirmEnrolmentDocument, { input: { code: code.trim() } })
    if (answer.kind === 'done') onCodes(answer.payload.recoveryCodes)
    else setOutcome(answer)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text size="sm">
          <Anchor href={secret.uri}>{t('enrolment.open')}</Anchor> {t('enrolment.orType')}
        </Text>
        <Code block className="secret">
          {secret.secret.replaceAll(/(.{4})/g, '$1 ').trim()}
        </Code>
        {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
        {outcome && 'failure' in outcome && <FailureNote failure={outcome.failure} />}
        <TextInput
          {...{
            autoComplete: 'one-time-code',
            inputMode: 'numeric',
            size: 'lg',
            required: true,
            autoFocus: true,
          }}
          label={t('secondFactor.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md">
          {t('enrolment.confirm')}
        </Button>
      </Stack>
    </form>
  )
}

function RecoveryCodes({
  codes,
  onDone,
}: {
  readonly codes: readonly string[]
  readonly onDone: () => void
}) {
  const { t } = useTranslation()
  const { ask } = useSession()
  return (
    <DoorFrame>
      <Stack gap="md">
        <Title order={1}>{t('enrolment.codesTitle')}</Title>
        <Text>{t('enrolment.codesText')}</Text>
        <Code block className="secret">
          {codes.join('\n')}
        </Code>
        <Button
          size="md"
          onClick={async () => {
            await ask(null)
            onDone()
          }}
        >
          {t('enrolment.kept')}
        </Button>
      </Stack>
    </DoorFrame>
  )
}
