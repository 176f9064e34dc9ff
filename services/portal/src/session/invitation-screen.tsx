import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clientOf } from '../api/make-client.ts'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { AcceptInvitationDocument, type AcceptInvitationMutation } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { DoorFrame } from './door-frame.tsx'
import { useSession } from './use-me.tsx'

/** Accepting an invitation that came by letter: a name, and a password for the next time. */
export default function InvitationScreen() {
  const { t } = useTranslation()
  const { become } = useSession()
  const navigate = useNavigate()
  const [linkSecret] = useState(() => window.location.hash.slice(1))
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<AcceptInvitationMutation> | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await runCommand(clientOf(null), AcceptInvitationDocument, {
      input: { linkSecret, name: name.trim(), password: password || null, transport: 'COOKIE' },
    })
    setBusy(false)
    if (answer.kind !== 'done') return setOutcome(answer)
    become(answer.payload.me)
    await navigate({ to: '/', replace: true })
  }
  return (
    <DoorFrame>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Title order={1}>{t('invitation.title')}</Title>
          <Text c="dimmed">{t('invitation.text')}</Text>
          {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
          {outcome && 'failure' in outcome && <FailureNote failure={outcome.failure} />}
          <TextInput
            {...{ autoComplete: 'name', size: 'md', required: true, autoFocus: true }}
            label={t('invitation.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <PasswordInput
            {...{ autoComplete: 'new-password', size: 'md' }}
            label={t('invitation.password')}
            description={t('invitation.passwordHint')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
          <Button type="submit" size="md" loading={isBusy}>
            {t('invitation.submit')}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  )
}
