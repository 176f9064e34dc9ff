import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  ApproveAdjustmentDocument,
  type ProposedAdjustmentFragment,
  WithdrawAdjustmentDocument,
} from '../generated/graphql.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import { useProposer } from './use-proposer.ts'

interface ProposedAdjustmentProps {
  readonly adjustment: ProposedAdjustmentFragment
  readonly onDone: () => void
}

/** Points by hand that one person proposed: another one agrees, or somebody withdraws it. */
export function ProposedAdjustment({ adjustment, onDone }: ProposedAdjustmentProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, scopes } = usePlace()
  const proposer = useProposer(adjustment.proposedById)
  const approve = useCommand(ApproveAdjustmentDocument, onDone)
  const decline = useCommand(WithdrawAdjustmentDocument, onDone)
  const { id: adjustmentId, customer, kind, reason } = adjustment
  const what = {
    points: signed(adjustment.points, i18n.language),
    name: customer.name ?? customer.id,
    payer: payerOf(adjustment) ?? t('approvals.promoFund'),
  }
  return (
    <li className="sheet card">
      <h3>
        {t(`approvals.${kind as 'PROMO'}`)}: {t('approvals.pointsTo', what)}
      </h3>
      <p>{t('approvals.paidBy', { name: what.payer })}</p>
      {reason !== '' && <p>{t('approvals.why', { reason })}</p>}
      <p className="quiet">
        {t('approvals.proposed', {
          who: proposer.name,
          at: formatInstant(adjustment.proposedAt, i18n.language, timeZone),
        })}
      </p>
      {proposer.isMe && <p className="quiet">{t('approvals.own')}</p>}
      <div className="steps-row">
        {!proposer.isMe && scopes.has('adjustments:approve') && (
          <ConfirmButton
            {...approve}
            isMain
            words={t('approvals.approve')}
            question={t('approvals.approveAsk', what)}
            onConfirm={() => approve.run((idempotencyKey) => ({ input: { idempotencyKey, adjustmentId } }))}
          />
        )}
        {scopes.has('adjustments:write') && (
          <ConfirmButton
            {...decline}
            isDestructive
            words={t(proposer.isMe ? 'approvals.takeBack' : 'approvals.decline')}
            question={t('approvals.declineAsk', what)}
            onConfirm={() => decline.run(() => ({ input: { adjustmentId } }))}
          />
        )}
      </div>
    </li>
  )
}

/** Who pays: the members of an award, or the one in whose name it is; null for the promo fund. */
function payerOf({ payers, member }: ProposedAdjustmentFragment): string | null {
  const names = payers.map((payer) => payer.member.name)
  return names.length > 0 ? names.join(', ') : (member?.name ?? null)
}

/** Points with their sign, for what may be taken as well as given. */
const signed = (points: string, language: string): string =>
  points.startsWith('-') ? formatPoints(points, language) : `+${formatPoints(points, language)}`
