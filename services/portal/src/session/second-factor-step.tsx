import { Anchor, Button, Stack, Text, TextInput, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clientOf } from '../api/make-client.ts'
import { type Outcome, runCommand } from '../api/run-command.ts'
import { ConfirmTotpDocument, type ConfirmTotpMutation } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import { signOut } from './sign-out.ts'
import { useSession } from './use-me.tsx'

/** Asks for the code of the second factor, or for one of the recovery codes. */
export function SecondFactorStep() {
  const { t } = useTranslation()
  const { become } = useSession()
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome<ConfirmTotpMutation> | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await runCommand(clientOf(null), ConfirmTotpDocument, { input: { code: code.trim() } })
    setBusy(false)
    if (answer.kind === 'done') become(answer.payload.me)
    else {
      setOutcome(answer)
      setCode('')
    }
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Title order={1}>{t('secondFactor.title')}</Title>
        <Text c="dimmed">{t('secondFactor.text')}</Text>
        {outcome?.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
        {outcome && 'failure' in outcome && <FailureNote failure={outcome.failure} />}
        <TextInput
          {...{
            autoComplete: 'one-time-code',
            size: 'xl',
            required: true,
            autoFocus: true,
            spellCheck: false,
          }}
          classNames={{ input: 'code-input' }}
          label={t('secondFactor.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={isBusy}>
          {t('secondFactor.submit')}
        </Button>
        <Anchor component="button" type="button" size="sm" onClick={() => signOut(null, become)}>
          {t('secondFactor.other')}
        </Anchor>
      </Stack>
    </form>
  )
}
