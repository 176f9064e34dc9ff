import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import '../command/command.css'
import { Note } from '../refusal/note.tsx'
import { SecondFactorStep } from './second-factor-step.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useSession } from './use-me.tsx'

/**
 * Signing in again above a page whose session has ended: what was typed there stays. The link of a letter opens another page; whoever
 * comes back from it is in here too.
 */
export default function SignInAgain() {
  const { t } = useTranslation()
  const { again, ask, become } = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    const look = () => void ask(null)
    window.addEventListener('focus', look)
    return () => window.removeEventListener('focus', look)
  }, [ask])
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-label={t('failure.signed-out.title')}
      onCancel={(event) => event.preventDefault()}
      // A second Escape closes it whatever is said to the first one.
      onClose={() => dialog.current?.showModal()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <Note tone="wait" title={t('failure.signed-out.title')}>
        <p>{t('failure.signed-out.text')}</p>
      </Note>
      {again ? <SecondFactorStep /> : <SignInForm />}
      <Button variant="subtle" mt="md" onClick={() => become(null)}>
        {t('secondFactor.other')}
      </Button>
    </dialog>
  )
}
