import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { ApprovePlanDocument, type PlanPartsFragment } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { usePlace } from '../place/use-place.ts'

interface ApprovePlanProps {
  readonly plan: PlanPartsFragment
  readonly onDone: () => void
}

/** Approves the plan that is shown and no other: by its hash. Who proposed it is refused by the API. */
export function ApprovePlan({ plan, onDone }: ApprovePlanProps) {
  const { t, i18n } = useTranslation()
  const { scopes } = usePlace()
  const command = useCommand(ApprovePlanDocument, onDone)
  if (!scopes.has('settlement:approve')) return null
  return (
    <ConfirmButton
      {...command}
      words={t('windows.approve')}
      question={t('windows.approveAsk', {
        count: plan.payments.length,
        total: formatMoney(plan.total, i18n.language),
      })}
      isMain
      onConfirm={() =>
        command.run((idempotencyKey) => ({
          input: { idempotencyKey, planId: plan.id, planHash: plan.hash },
        }))
      }
    >
      <p className="hash">{plan.hash}</p>
    </ConfirmButton>
  )
}
