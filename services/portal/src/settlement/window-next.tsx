import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  CloseWindowDocument,
  IssueStatementsDocument,
  ProposePlanDocument,
  SettleWindowDocument,
} from '../generated/graphql.ts'
import { formatEnd } from '../number/format-time.ts'
import { useUntil } from '../number/use-until.ts'
import { usePlace } from '../place/use-place.ts'
import { ApprovePlan } from './approve-plan.tsx'
import type { WindowFacts } from './window-screen.tsx'

interface NextProps {
  readonly facts: WindowFacts
}

/** The one step that comes next, said in a sentence, with its button for who may take it. */
export function WindowNext({ facts }: NextProps) {
  const { t } = useTranslation()
  const Step = STEPS[facts.window.status as keyof typeof STEPS]
  return (
    <section className="sheet next-step" aria-labelledby="next">
      <h2 id="next">{t('windows.next')}</h2>
      {Step ? <Step facts={facts} /> : <p>{t('windows.nothingNext')}</p>}
    </section>
  )
}

const STEPS = {
  OPEN: CloseStep,
  CLOSED: StateStep,
  STATED: AgreeStep,
  AGREED: PlanStep,
  APPROVED: PayStep,
}

function CloseStep({ facts: { window, ask } }: NextProps) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const command = useCommand(CloseWindowDocument, ask)
  const isEarly = place.now() < new Date(window.cutOff)
  const until = useUntil()
  const end = formatEnd(window.cutOff, i18n.language, place.timeZone)
  return (
    <>
      <p>
        {isEarly ? t('windows.runs', { cutOff: until(window.cutOff) }) : t('windows.over', { cutOff: end })}
      </p>
      {place.scopes.has('settlement:propose') && (
        <ConfirmButton
          {...command}
          words={t(isEarly ? 'windows.closeEarly' : 'windows.close')}
          question={t(isEarly ? 'windows.closeEarlyAsk' : 'windows.closeAsk', { no: window.windowNo })}
          isMain={!isEarly}
          onConfirm={() =>
            command.run((idempotencyKey) => ({
              input: { idempotencyKey, windowNo: window.windowNo, early: isEarly },
            }))
          }
        />
      )}
    </>
  )
}

function StateStep({ facts: { window, ask } }: NextProps) {
  const { t } = useTranslation()
  const { scopes } = usePlace()
  const command = useCommand(IssueStatementsDocument, ask)
  return (
    <>
      <p>{t('windows.toState')}</p>
      {scopes.has('settlement:propose') && (
        <ConfirmButton
          {...command}
          words={t('windows.issue')}
          question={t('windows.issueAsk')}
          isMain
          onConfirm={() =>
            command.run((idempotencyKey) => ({ input: { idempotencyKey, windowNo: window.windowNo } }))
          }
        />
      )}
    </>
  )
}

function AgreeStep({ facts }: NextProps) {
  const { t } = useTranslation()
  const until = useUntil()
  const { nodes } = facts.memberStatements
  const waiting = nodes.filter(({ status }) => status === 'STATED').length
  const disputed = nodes.filter(({ status }) => status === 'DISPUTED').length
  const deadline = facts.window.disputeDeadline
  return (
    <>
      <p>{t('windows.answersOpen', { count: waiting })}</p>
      {disputed > 0 && <p>{t('windows.disputesOpen', { count: disputed })}</p>}
      {deadline && <p className="quiet">{t('windows.silence', { at: until(deadline) })}</p>}
      {waiting + disputed === 0 && <ProposePlan facts={facts} isMain />}
    </>
  )
}

function PlanStep({ facts }: NextProps) {
  const { t } = useTranslation()
  const plan = facts.paymentPlans.nodes[0]
  return (
    <>
      <p>{t(plan ? 'windows.toApprove' : 'windows.toPropose')}</p>
      {plan && <ApprovePlan plan={plan} onDone={facts.ask} />}
      <ProposePlan facts={facts} isMain={!plan} />
    </>
  )
}

function ProposePlan({ facts: { window, ask }, isMain }: NextProps & { readonly isMain: boolean }) {
  const { t } = useTranslation()
  const { scopes } = usePlace()
  const [method, setMethod] = useState<'HUB' | 'PEER'>('HUB')
  const command = useCommand(ProposePlanDocument, ask)
  if (!scopes.has('settlement:propose')) return null
  return (
    <ConfirmButton
      {...command}
      words={t(isMain ? 'windows.propose' : 'windows.proposeAnother')}
      question={t('windows.proposeAsk')}
      isMain={isMain}
      onConfirm={() =>
        command.run((idempotencyKey) => ({ input: { idempotencyKey, windowNo: window.windowNo, method } }))
      }
    >
      <NativeSelect
        label={t('windows.method')}
        value={method}
        data={(['HUB', 'PEER'] as const).map((value) => ({ value, label: t(`windows.${value}`) }))}
        onChange={(event) => setMethod(event.currentTarget.value === 'PEER' ? 'PEER' : 'HUB')}
      />
    </ConfirmButton>
  )
}

function PayStep({ facts: { window, paymentLegs, ask } }: NextProps) {
  const { t } = useTranslation()
  const { scopes } = usePlace()
  const command = useCommand(SettleWindowDocument, ask)
  const open = paymentLegs.nodes.filter(({ status }) => status === 'OPEN' || status === 'PARTIAL').length
  return (
    <>
      <p>{t('windows.paymentsOpen', { count: open })}</p>
      {scopes.has('settlement:propose') && (
        <ConfirmButton
          {...command}
          words={t(open > 0 ? 'windows.settleCarrying' : 'windows.settle')}
          question={t(open > 0 ? 'windows.settleCarryingAsk' : 'windows.settleAsk', { count: open })}
          isMain={open === 0}
          onConfirm={() =>
            command.run((idempotencyKey) => ({
              input: { idempotencyKey, windowNo: window.windowNo, carryForwardUnpaid: open > 0 },
            }))
          }
        />
      )}
    </>
  )
}
