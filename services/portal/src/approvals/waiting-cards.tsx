import { TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  AcceptAskedRuleDocument,
  ApproveCreditSaleDocument,
  ApproveLateSaleDocument,
  type AskedRulePartsFragment,
  DeclineAskedRuleDocument,
  type ProposedTermsFragment,
  type WaitingPlanFragment,
  type WaitingSaleFragment,
  WithdrawTermsDocument,
} from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatDay, formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { useProposer } from './use-proposer.ts'

interface WaitingSaleProps {
  readonly sale: WaitingSaleFragment
  readonly onDone: () => void
}

/** A sale that the terms alone do not allow. */
export function WaitingSale({ sale, onDone }: WaitingSaleProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, scopes } = usePlace()
  const [reason, setReason] = useState('')
  const ofCredit = useCommand(ApproveCreditSaleDocument, onDone)
  const ofLate = useCommand(ApproveLateSaleDocument, onDone)
  const approve = sale.ground === 'LATE' ? ofLate : ofCredit
  const { receiptRef, member } = sale
  return (
    <li className="sheet card">
      <h3>{t('approvals.sale', { receipt: receiptRef, member: member.name })}</h3>
      <p>{t(`approvals.${sale.ground as 'LATE'}`)}</p>
      <p className="quiet">
        {t('approvals.waitsSince', { at: formatInstant(sale.requestedAt, i18n.language, timeZone) })}
      </p>
      {scopes.has('members:write') && (
        <div className="steps-row">
          <ConfirmButton
            {...approve}
            isMain
            words={t('approvals.approve')}
            question={t('approvals.saleAsk', { receipt: receiptRef })}
            onConfirm={() =>
              approve.run(() => ({ input: { memberId: member.id, receiptRef, reason: reason.trim() } }))
            }
          >
            <TextInput
              {...{ required: true, autoComplete: 'off', label: t('approvals.reason'), value: reason }}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </ConfirmButton>
        </div>
      )}
    </li>
  )
}

/** A plan of payments, which is approved where it is read in whole. */
export function WaitingPlan({ plan }: { readonly plan: WaitingPlanFragment }) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const proposer = useProposer(plan.proposedById)
  return (
    <li className="sheet card">
      <h3>{t('approvals.plan', { no: plan.windowNo, total: formatMoney(plan.total, i18n.language) })}</h3>
      <p className="quiet">
        {t('approvals.proposed', {
          who: proposer.name,
          at: formatInstant(plan.proposedAt, i18n.language, place.timeZone),
        })}
      </p>
      {proposer.isMe && <p className="quiet">{t('approvals.own')}</p>}
      <Link to="/$place/windows/$window" params={{ place: place.id, window: String(plan.windowNo) }}>
        {t('approvals.toWindow')}
      </Link>
    </li>
  )
}

interface ProposedTermsProps {
  readonly version: ProposedTermsFragment
  readonly onDone: () => void
}

/** A version of the terms that members have yet to accept. */
export function ProposedTerms({ version: { terms, missing }, onDone }: ProposedTermsProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, scopes } = usePlace()
  const withdraw = useCommand(WithdrawTermsDocument, onDone)
  const { version } = terms
  return (
    <li className="sheet card">
      <h3>{t('approvals.version', { version, day: formatDay(terms.startsAt, i18n.language, timeZone) })}</h3>
      <p>{t('approvals.termsMissing', { names: missing.map(({ name }) => name).join(', ') })}</p>
      {scopes.has('coalition:write') && (
        <div className="steps-row">
          <ConfirmButton
            {...withdraw}
            isDestructive
            words={t('approvals.withdrawTerms')}
            question={t('approvals.withdrawTermsAsk', { version })}
            onConfirm={() => withdraw.run(() => ({ input: { termsId: terms.id } }))}
          />
        </div>
      )}
    </li>
  )
}

interface AskedRuleProps {
  readonly asked: AskedRulePartsFragment
  /** Who is asked to pay. */
  readonly payer: string
  readonly onDone: () => void
}

/** A rule of somebody else that asks for a share. */
export function AskedRule({ asked: { rule, version, askedAt }, payer, onDone }: AskedRuleProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, scopes, kind, coalitionName } = usePlace()
  const accept = useCommand(AcceptAskedRuleDocument, onDone)
  const decline = useCommand(DeclineAskedRuleDocument, onDone)
  const what = { name: rule.name, payer }
  const input = { id: rule.id, version }
  return (
    <li className="sheet card">
      <h3>{t('approvals.ruleOf', { name: rule.name, owner: rule.member?.name ?? coalitionName })}</h3>
      <p>{rule.sentence}</p>
      <p className="quiet">
        {t('approvals.waitsSince', { at: formatInstant(askedAt, i18n.language, timeZone) })}
      </p>
      {scopes.has(kind === 'member' ? 'rules:write' : 'coalition:write') && (
        <div className="steps-row">
          <ConfirmButton
            {...accept}
            isMain
            words={t('approvals.accept')}
            question={t('approvals.acceptAsk', what)}
            onConfirm={() => accept.run(() => ({ input }))}
          />
          <ConfirmButton
            {...decline}
            isDestructive
            words={t('approvals.declineRule')}
            question={t('approvals.declineRuleAsk', what)}
            onConfirm={() => decline.run(() => ({ input }))}
          />
        </div>
      )}
    </li>
  )
}
