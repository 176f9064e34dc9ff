import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  EndRuleDocument,
  PauseRuleDocument,
  ResumeRuleDocument,
  ScheduleRuleDocument,
} from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import type { RuleCard } from './rule-screen.tsx'

const STEPS: Readonly<Record<string, readonly ('schedule' | 'pause' | 'resume' | 'end')[]>> = {
  DRAFT: ['schedule', 'end'],
  SCHEDULED: ['pause', 'end'],
  RUNNING: ['pause', 'end'],
  PAUSED: ['resume', 'end'],
}

/** The steps that a rule's state leaves open, for whose rule it is. */
export function RuleSteps({ rule, onDone }: { readonly rule: RuleCard; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const place = usePlace()
  const commands = {
    schedule: useCommand(ScheduleRuleDocument, onDone),
    pause: useCommand(PauseRuleDocument, onDone),
    resume: useCommand(ResumeRuleDocument, onDone),
    end: useCommand(EndRuleDocument, onDone),
  }
  const isOwn = place.kind === 'member' ? rule.member?.id === place.id : !rule.member
  if (!isOwn || !place.scopes.has(place.kind === 'member' ? 'rules:write' : 'coalition:write')) return null
  return (
    <div className="steps-row">
      {(STEPS[rule.status] ?? []).map((step) => (
        <ConfirmButton
          key={step}
          outcome={commands[step].outcome}
          isBusy={commands[step].isBusy}
          words={t(`rules.${step}`)}
          question={t(`rules.${step}Ask`)}
          isDestructive={step === 'end'}
          isMain={step === 'schedule' || step === 'resume'}
          onConfirm={() => commands[step].run(() => ({ input: { id: rule.id } }))}
        />
      ))}
    </div>
  )
}
