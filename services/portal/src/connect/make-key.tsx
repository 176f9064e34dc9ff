import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { MakeKeyDocument } from '../generated/graphql.ts'
import { addDays, localDayOf, startOfDay } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'
import type { Secret } from './shown-once.tsx'

interface MakeKeyProps {
  readonly onDone: () => void
  readonly onSecret: (secret: Secret) => void
}

/** Making a key: what it is for, what it may do, and when it ends. Nothing is marked beforehand: a key gets what it needs. */
export function MakeKey({ onDone, onSecret }: MakeKeyProps) {
  const { t } = useTranslation()
  const place = usePlace()
  const [name, setName] = useState('')
  const [lastDay, setLastDay] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<string>>(new Set())
  const [isAsked, setAsked] = useState(false)
  const make = useCommand(MakeKeyDocument, ({ secret, apiKey }) => {
    onSecret({ title: t('keys.secretOf', { name: apiKey.name }), secret })
    setName('')
    setLastDay('')
    setScopes(new Set())
    setAsked(false)
    onDone()
  })
  const errorOf = useFieldError(make.outcome?.kind === 'refused' ? make.outcome.refusal : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (scopes.size === 0) return
    const endsAt = lastDay === '' ? null : startOfDay(addDays(lastDay, 1), place.timeZone).toISOString()
    void make.run(() => ({ input: { name: name.trim(), scopes: [...scopes], endsAt } }))
  }
  return (
    <form className="sheet form" onSubmit={submit}>
      <h2>{t('keys.make')}</h2>
      <div className="form-row">
        <TextInput
          {...{ required: true, maxLength: 100, label: t('keys.name'), value: name, error: errorOf('name') }}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          {...{ type: 'date', min: localDayOf(place.now(), place.timeZone), label: t('keys.endsOn') }}
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </div>
      <Scopes all={[...place.scopes]} marked={scopes} onMark={setScopes} />
      {isAsked && scopes.size === 0 && (
        <p className="bad" role="alert">
          {t('keys.choose')}
        </p>
      )}
      <OutcomeNote outcome={make.outcome} />
      <Button type="submit" loading={make.isBusy}>
        {t('keys.make')}
      </Button>
    </form>
  )
}

interface ScopesProps {
  readonly all: readonly string[]
  readonly marked: ReadonlySet<string>
  readonly onMark: (marked: ReadonlySet<string>) => void
}

function Scopes({ all, marked, onMark }: ScopesProps) {
  const { t } = useTranslation()
  const turn = (scope: string) => {
    const next = new Set(marked)
    if (!next.delete(scope)) next.add(scope)
    onMark(next)
  }
  return (
    <>
      <fieldset className="scopes">
        <legend>{t('keys.may')}</legend>
        {all.map((scope) => (
          <label key={scope} className="tick">
            <input type="checkbox" checked={marked.has(scope)} onChange={() => turn(scope)} />
            {t(`keys.scope.${scope as 'wallet:read'}`, { nsSeparator: false })}
          </label>
        ))}
      </fieldset>
      <Button size="xs" variant="subtle" onClick={() => onMark(new Set(all))}>
        {t('keys.everything')}
      </Button>
    </>
  )
}
