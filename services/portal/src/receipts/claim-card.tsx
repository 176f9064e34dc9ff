import { TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { type ClaimCardFragment, ConfirmClaimDocument, DeclineClaimDocument } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatInstant, formatLocalDay } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { useFieldError } from '../refusal/use-field-at-fault.ts'

/** The keys of yes and no, by where they are on the keyboard: the same under the Russian layout. */
const STEP_OF_KEY: Readonly<Record<string, 'yes' | 'no'>> = { KeyY: 'yes', KeyN: 'no' }
const TONES: Readonly<Record<string, string>> = {
  ...{ PENDING: 'wait', CONFIRMED: 'good', RECORDED: 'good', DECLINED: 'bad', EXPIRED: 'bad' },
}

interface ClaimCardProps {
  readonly claim: ClaimCardFragment
  readonly onKey: (event: KeyboardEvent) => void
  readonly onDone: () => void
}

/** What a customer says of a receipt, and the member's answer. */
export function ClaimCard({ claim, onKey, onDone }: ClaimCardProps) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const card = useRef<HTMLLIElement>(null)
  const at = formatInstant(claim.occurredAt, i18n.language, place.timeZone)
  const press = (event: KeyboardEvent) => {
    const step = STEP_OF_KEY[event.code]
    const isHere = event.target === card.current
    if (isHere && step) {
      event.preventDefault()
      return card.current?.querySelector<HTMLElement>(`[data-step="${step}"] button`)?.click()
    }
    // A key in a question is the question's own.
    if (!(event.target as HTMLElement).closest('dialog')) onKey(event)
  }
  return (
    <li
      ref={card}
      className="sheet card"
      data-claim
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card holds buttons and takes keys of its own, as rows of a grid do
      tabIndex={0}
      aria-label={`${claim.customer.name ?? ''} ${formatMoney(claim.total, i18n.language)}`}
      onKeyDown={press}
    >
      <h2>
        {t('receipts.of', {
          name: claim.customer.name ?? claim.customer.id,
          total: formatMoney(claim.total, i18n.language),
        })}
      </h2>
      <p>{t('receipts.document', { i: claim.receipt.i, fn: claim.receipt.fn, at })}</p>
      {claim.state === 'PENDING' ? (
        <>
          <p className="quiet">
            {t('receipts.lastDay', { day: formatLocalDay(claim.lastDay, i18n.language) })}
          </p>
          {place.scopes.has('purchases:write') && <ClaimSteps {...{ claim, at, onDone }} />}
        </>
      ) : (
        <p>
          <span className="tag" data-tone={TONES[claim.state]}>
            {t(`receipts.${claim.state as 'PENDING'}`)}
          </span>{' '}
          {claim.reason}{' '}
          {claim.purchase && (
            <Link to="/$place/sales/$sale" params={{ place: place.id, sale: claim.purchase.id }}>
              {t('receipts.toSale')}
            </Link>
          )}
        </p>
      )}
    </li>
  )
}

interface ClaimStepsProps {
  readonly claim: ClaimCardFragment
  readonly at: string
  readonly onDone: () => void
}

function ClaimSteps({ claim, at, onDone }: ClaimStepsProps) {
  const { t, i18n } = useTranslation()
  const [reason, setReason] = useState('')
  const confirm = useCommand(ConfirmClaimDocument, onDone)
  const decline = useCommand(DeclineClaimDocument, onDone)
  const errorOf = useFieldError(decline.outcome?.kind === 'refused' ? decline.outcome.refusal : null)
  const what = {
    name: claim.customer.name ?? claim.customer.id,
    ...{ at, total: formatMoney(claim.total, i18n.language) },
  }
  return (
    <div className="steps-row">
      <span data-step="yes">
        <ConfirmButton
          {...confirm}
          isMain
          words={t('receipts.yes')}
          question={t('receipts.yesAsk', what)}
          onConfirm={() => confirm.run((idempotencyKey) => ({ input: { id: claim.id, idempotencyKey } }))}
        />
      </span>
      <span data-step="no">
        <ConfirmButton
          {...decline}
          isDestructive
          words={t('receipts.no')}
          question={t('receipts.noAsk', what)}
          onConfirm={() => decline.run(() => ({ input: { id: claim.id, reason: reason.trim() } }))}
        >
          <TextInput
            {...{ required: true, autoComplete: 'off', label: t('receipts.reasonFor'), value: reason }}
            error={errorOf('reason')}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </ConfirmButton>
      </span>
    </div>
  )
}
