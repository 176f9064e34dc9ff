import { Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api/failure.ts'
import { clientOf } from '../api/make-client.ts'
import { type Refusal, runCommand } from '../api/run-command.ts'
import { RequestLinkDocument, SignInDocument } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { useSession } from './use-me.tsx'

interface Said {
  readonly refusal?: Refusal & { readonly waitSeconds?: number }
  readonly failure?: Failure
}

/** The first step of signing in: a password, or a link that is sent. */
export function SignInForm() {
  const { t, i18n } = useTranslation()
  const { become } = useSession()
  const [said, setSaid] = useState<Said>({})
  const [isBusy, setBusy] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isSent, setSent] = useState(false)

  const signIn = async (given: { email?: string; password?: string; linkSecret?: string }) => {
    setBusy(true)
    const outcome = await runCommand(clientOf(null), SignInDocument, {
      input: { ...given, transport: 'COOKIE' },
    })
    setBusy(false)
    if (outcome.kind === 'done') become(outcome.payload.me)
    else setSaid(outcome.kind === 'refused' ? { refusal: outcome.refusal } : { failure: outcome.failure })
  }
  useLinkOfAddress((linkSecret) => signIn({ linkSecret }))

  const requestLink = async () => {
    setBusy(true)
    const outcome = await runCommand(clientOf(null), RequestLinkDocument, {
      input: { email, language: i18n.language === 'ru' ? 'RU' : 'EN' },
    })
    setBusy(false)
    if (outcome.kind === 'done') setSent(true)
    else setSaid(outcome.kind === 'refused' ? { refusal: outcome.refusal } : { failure: outcome.failure })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSaid({})
    void signIn({ email: email.trim(), password })
  }
  if (isSent) return <LinkSent email={email} onBack={() => setSent(false)} />
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={1}>{t('signIn.title')}</Title>
        {said.refusal && <RefusalNote refusal={said.refusal} />}
        {said.refusal?.waitSeconds !== undefined && (
          <Text size="sm">{t('signIn.wait', { count: said.refusal.waitSeconds })}</Text>
        )}
        {said.failure && <FailureNote failure={said.failure} />}
        <Credentials {...{ email, password }} onEmail={setEmail} onPassword={setPassword} />
        <Button type="submit" size="md" loading={isBusy}>
          {t('signIn.submit')}
        </Button>
        <Anchor
          component="button"
          type="button"
          size="sm"
          disabled={isBusy}
          onClick={() => email && requestLink()}
        >
          {t(email ? 'signIn.byLink' : 'signIn.byLinkNeedsEmail')}
        </Anchor>
      </Stack>
    </form>
  )
}

interface CredentialsProps {
  readonly email: string
  readonly password: string
  readonly onEmail: (email: string) => void
  readonly onPassword: (password: string) => void
}

function Credentials({ email, password, onEmail, onPassword }: CredentialsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextInput
        {...{ type: 'email', autoComplete: 'username', size: 'md', required: true, autoFocus: true }}
        label={t('signIn.email')}
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
      />
      <PasswordInput
        {...{ autoComplete: 'current-password', size: 'md', required: true }}
        label={t('signIn.password')}
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
    </>
  )
}

/** Uses the secret that the link of a letter has behind its `#`, once, and takes it out of the address at once. */
function useLinkOfAddress(use: (secret: string) => unknown): void {
  useEffect(() => {
    const secret = window.location.hash.slice(1)
    if (secret === '') return
    window.history.replaceState(null, '', window.location.pathname)
    void use(secret)
  }, [])
}

function LinkSent({ email, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const { t } = useTranslation()
  return (
    <Stack gap="md" role="status">
      <Title order={1}>{t('signIn.linkSent')}</Title>
      <Text>{t('signIn.linkSentTo', { email })}</Text>
      <Button variant="default" onClick={onBack}>
        {t('signIn.back')}
      </Button>
    </Stack>
  )
}
