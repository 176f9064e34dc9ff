import { NativeSelect, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { type DisputePartsFragment, ResolveDisputeDocument } from '../generated/graphql.ts'
import { formatInstant } from '../number/format-time.ts'
import { formatSize } from '../number/signed-money.ts'
import { usePlace } from '../place/use-place.ts'

interface DisputeListProps {
  readonly disputes: readonly DisputePartsFragment[]
  readonly onDone: () => void
}

/** Disputed lines with their reasons and evidence, and how each ended. */
export function DisputeList({ disputes, onDone }: DisputeListProps) {
  const { t, i18n } = useTranslation()
  const { id: place, timeZone, scopes, kind } = usePlace()
  if (disputes.length === 0) return null
  return (
    <section className="sheet">
      <h2>{t('disputes.title')}</h2>
      <ul className="why">
        {disputes.map((dispute) => (
          <li key={dispute.id} className="dispute">
            <Link
              to="/$place/statements/$statement"
              params={{ place, statement: dispute.statementId }}
              search={{}}
            >
              {dispute.member.name}, {t('disputes.position', { no: dispute.position })}
            </Link>
            <span className="amount">{formatSize(dispute.amount.rounded, i18n.language)}</span>
            <p>{dispute.reason}</p>
            <p className="quiet">{formatInstant(dispute.openedAt, i18n.language, timeZone)}</p>
            {dispute.evidence.length > 0 && <p className="quiet">{dispute.evidence.join(', ')}</p>}
            {dispute.resolution ? (
              <p>
                <strong>{t(`disputes.${dispute.resolution.outcome as 'UPHELD'}`)}</strong>{' '}
                {dispute.resolution.note}
              </p>
            ) : (
              kind === 'coalition' &&
              scopes.has('settlement:approve') && <Resolve dispute={dispute} onDone={onDone} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ResolveProps {
  readonly dispute: DisputePartsFragment
  readonly onDone: () => void
}

function Resolve({ dispute, onDone }: ResolveProps) {
  const { t, i18n } = useTranslation()
  const [outcome, setOutcome] = useState<'UPHELD' | 'REJECTED'>('UPHELD')
  const [note, setNote] = useState('')
  const command = useCommand(ResolveDisputeDocument, onDone)
  return (
    <ConfirmButton
      {...command}
      words={t('disputes.resolve')}
      question={t('disputes.resolveAsk', {
        member: dispute.member.name,
        amount: formatSize(dispute.amount.rounded, i18n.language),
      })}
      onConfirm={() =>
        command.run((idempotencyKey) => ({
          input: { idempotencyKey, disputeId: dispute.id, outcome, note },
        }))
      }
    >
      <NativeSelect
        label={t('disputes.outcome')}
        value={outcome}
        data={(['UPHELD', 'REJECTED'] as const).map((value) => ({ value, label: t(`disputes.${value}`) }))}
        onChange={(event) => setOutcome(event.currentTarget.value === 'REJECTED' ? 'REJECTED' : 'UPHELD')}
      />
      <Textarea
        label={t('disputes.note')}
        required
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ConfirmButton>
  )
}
