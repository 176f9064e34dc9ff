import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { SetOwnPinDocument } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { isPinWeak, NewPin } from '../till/pin-field.tsx'

/** The PIN of who is signed in, for the tills of this member. */
export function OwnPin() {
  const { t } = useTranslation()
  const { name } = usePlace()
  const [pin, setPin] = useState('')
  const set = useCommand(SetOwnPinDocument, () => setPin(''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void set.run(() => ({ input: { pin } }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('tills.myPin')}</h2>
      <p className="quiet">{t('tills.myPinText', { place: name })}</p>
      <div className="form-row">
        <NewPin
          {...{ pin, label: t('tills.myPin'), onPin: setPin }}
          error={isPinWeak(set.outcome) ? t('till.weakPin') : undefined}
        />
      </div>
      {!isPinWeak(set.outcome) && <OutcomeNote outcome={set.outcome} />}
      <Button type="submit" variant="default" loading={set.isBusy}>
        {t('tills.setPin')}
      </Button>
      {set.outcome?.kind === 'done' && <p role="status">{t('tills.pinSet', { place: name })}</p>}
    </form>
  )
}
