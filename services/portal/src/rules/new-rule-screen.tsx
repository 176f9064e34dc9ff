import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { useCommand } from '../command/use-command.ts'
import { DraftRuleDocument } from '../generated/graphql.ts'
import { addDays, localDayOf } from '../number/local-day.ts'
import { usePlace } from '../place/use-place.ts'
import { DraftSaid } from './draft-said.tsx'
import { definitionOf, type RuleDraft, TEMPLATES, wrongFields } from './rule-draft.ts'
import { useSettled } from './use-settled.ts'

/** Who types pauses so long. */
const TYPING_MS = 500

/** A new rule from a template; what customers get is said in a sentence as the fields are filled. */
export default function NewRuleScreen() {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const navigate = useNavigate()
  const [draft, setDraft] = useState<RuleDraft>(() => ({
    ...{ template: 'everybody', nameEn: '', nameRu: '', percent: '5', toDay: '', category: '' },
    ...{ absentDays: '60', hoursFrom: '10:00', hoursTo: '14:00', budgetPoints: '', maxPerPurchase: '' },
    fromDay: addDays(localDayOf(place.now(), place.timeZone), 1),
  }))
  const command = useCommand(DraftRuleDocument)
  const reader = { isCoalitions: place.kind === 'coalition', language: i18n.language }
  const definition = definitionOf(draft, reader)
  const asked = useSettled(definition, TYPING_MS)
  const save = async () => {
    if (definition && (await command.run(() => ({ input: { definition } }))))
      void navigate({ to: '/$place/rules', params: { place: place.id }, search: {} })
  }
  return (
    <>
      <header className="screen-head">
        <div>
          <h1>{t('rules.newTitle')}</h1>
          <p>{t('rules.newLead')}</p>
        </div>
      </header>
      <section className="sheet">
        <DraftFields
          draft={draft}
          wrong={wrongFields(draft, reader)}
          onChange={(changed) => setDraft({ ...draft, ...changed })}
        />
      </section>
      <section className="sheet next-step" aria-live="polite">
        <h2>{t('rules.said')}</h2>
        {asked ? <DraftSaid definition={asked} /> : <p className="quiet">{t('rules.saidLater')}</p>}
        <OutcomeNote outcome={command.outcome} />
        <Button onClick={save} loading={command.isBusy} disabled={!definition}>
          {t('rules.save')}
        </Button>
      </section>
    </>
  )
}

interface DraftFieldsProps {
  readonly draft: RuleDraft
  readonly wrong: ReadonlySet<string>
  readonly onChange: (changed: Partial<RuleDraft>) => void
}

const FIELDS = {
  everybody: [],
  firstVisit: [],
  comeBack: ['absentDays'],
  happyHours: ['hoursFrom', 'hoursTo'],
  category: ['category'],
} as const
const ALWAYS = ['nameRu', 'nameEn', 'percent', 'fromDay', 'toDay', 'budgetPoints'] as const
const TYPES: Readonly<Record<string, string>> = {
  ...{ fromDay: 'date', toDay: 'date', hoursFrom: 'time', hoursTo: 'time' },
}

function DraftFields({ draft, wrong, onChange }: DraftFieldsProps) {
  const { t } = useTranslation()
  const { kind } = usePlace()
  const fields = [
    ...FIELDS[draft.template],
    ...ALWAYS,
    ...(kind === 'coalition' ? (['maxPerPurchase'] as const) : []),
  ]
  return (
    <div className="filters">
      <NativeSelect
        label={t('rules.template')}
        value={draft.template}
        data={TEMPLATES.map((value) => ({ value, label: t(`rules.templates.${value}`) }))}
        onChange={(event) =>
          onChange({ template: TEMPLATES.find((one) => one === event.currentTarget.value) ?? 'everybody' })
        }
      />
      {fields.map((field) => (
        <TextInput
          key={field}
          type={TYPES[field] ?? 'text'}
          label={t(`rules.${field}`)}
          value={draft[field]}
          error={wrong.has(field) && t(`rules.wrong.${field as 'percent'}`)}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}
