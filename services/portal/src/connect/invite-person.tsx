import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { InvitePersonDocument } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'

const ROLES = {
  member: ['CASHIER', 'MEMBER_MANAGER'],
  coalition: ['TREASURER', 'AUDITOR', 'COALITION_ADMIN'],
} as const
type Role = (typeof ROLES)[keyof typeof ROLES][number]

/** Inviting somebody: a letter with a link that proves the e-mail. */
export function InvitePerson({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useTranslation()
  const { kind } = usePlace()
  const [email, setEmail] = useState('')
  const [sentTo, setSentTo] = useState<string | null>(null)
  const [role, setRole] = useState<Role>(ROLES[kind][0])
  const [language, setLanguage] = useState<'RU' | 'EN'>(i18n.language === 'ru' ? 'RU' : 'EN')
  const invite = useCommand(InvitePersonDocument, () => {
    setSentTo(email)
    setEmail('')
    onDone()
  })
  const errorOf = useFieldError(invite.outcome?.kind === 'refused' ? invite.outcome.refusal : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSentTo(null)
    void invite.run(() => ({ input: { email: email.trim(), role, language } }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('people.inviteTitle')}</h2>
      <p className="quiet">{t('people.inviteText')}</p>
      <div className="form-row">
        <TextInput
          {...{ type: 'email', required: true, autoComplete: 'off', label: t('people.email'), value: email }}
          error={errorOf('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('people.role')}
          value={role}
          data={ROLES[kind].map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <NativeSelect
          label={t('people.language')}
          value={language}
          data={(['RU', 'EN'] as const).map((value) => ({ value, label: t(`people.${value}`) }))}
          onChange={(event) => setLanguage(event.currentTarget.value as 'RU' | 'EN')}
        />
      </div>
      <OutcomeNote outcome={invite.outcome} />
      <Button type="submit" loading={invite.isBusy}>
        {t('people.invite')}
      </Button>
      {sentTo && <p role="status">{t('people.sent', { email: sentTo })}</p>}
    </form>
  )
}
