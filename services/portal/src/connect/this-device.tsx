import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { runCommand } from '../api/run-command.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { type Ended, OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { RegisterTillDocument, SignOutDocument } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import { forgetTill, type KeptTill, keepTill } from '../till/kept-till.ts'

interface ThisDeviceProps {
  readonly here: KeptTill | null
  readonly onChange: () => void
}

/** Makes the browser that shows this page a till, or says which one it is. */
export function ThisDevice({ here, onChange }: ThisDeviceProps) {
  return here ? <IsTill here={here} onChange={onChange} /> : <BecomeTill onChange={onChange} />
}

const IDLE_MINUTES = { usual: 15, fewest: 5, most: 240 }

function BecomeTill({ onChange }: Pick<ThisDeviceProps, 'onChange'>) {
  const { t } = useTranslation()
  const { id: memberId, name: memberName } = usePlace()
  const [name, setName] = useState('')
  const [place, setPlace] = useState('')
  const [idleMinutes, setIdleMinutes] = useState(String(IDLE_MINUTES.usual))
  const register = useCommand(RegisterTillDocument, ({ secret, till }) => {
    keepTill({ id: till.id, secret, name: till.name, memberId, memberName, idleMinutes: till.idleMinutes })
    onChange()
  })
  const errorOf = useFieldError(register.outcome?.kind === 'refused' ? register.outcome.refusal : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const stands = place.trim()
    void register.run(() => ({
      input: { name: name.trim(), place: stands === '' ? null : stands, idleMinutes: Number(idleMinutes) },
    }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('tills.device')}</h2>
      <p className="quiet">{t('tills.deviceText')}</p>
      <div className="form-row">
        <TextInput
          {...{ required: true, maxLength: 100, label: t('tills.name'), value: name, error: errorOf('name') }}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          {...{ maxLength: 100, label: t('tills.placeOptional'), value: place }}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
        <TextInput
          {...{ type: 'number', required: true, min: IDLE_MINUTES.fewest, max: IDLE_MINUTES.most }}
          label={t('tills.idleMinutes')}
          value={idleMinutes}
          onChange={(event) => setIdleMinutes(event.currentTarget.value)}
        />
      </div>
      <OutcomeNote outcome={register.outcome} />
      <Button type="submit" loading={register.isBusy}>
        {t('tills.register')}
      </Button>
    </form>
  )
}

function IsTill({ here, onChange }: { readonly here: KeptTill; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const client = useClient()
  const [ended, setEnded] = useState<Ended | null>(null)
  // Whoever registered the till does not stay in on the counter's screen.
  const open = async () => {
    const outcome = await runCommand(client, SignOutDocument, { input: {} })
    if (outcome.kind === 'done') window.location.assign('/portal/till')
    else setEnded(outcome)
  }
  return (
    <section className="sheet form">
      <h2>{t('tills.isTill', { name: here.name, member: here.memberName })}</h2>
      <p className="quiet">{t('tills.openText')}</p>
      <OutcomeNote outcome={ended} />
      <div className="steps-row">
        <Button onClick={() => void open()}>{t('tills.open')}</Button>
        <ConfirmButton
          {...{ isBusy: false, outcome: null, isDestructive: true, words: t('tills.forget') }}
          question={t('tills.forgetAsk', { name: here.name })}
          onConfirm={async () => {
            forgetTill()
            onChange()
            return true
          }}
        />
      </div>
    </section>
  )
}
