import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  InvitePersonDocument,
  MakePinCodeDocument,
  type PersonRowFragment,
  RevokePersonDocument,
} from '../generated/graphql.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'
import type { Secret } from './shown-once.tsx'

interface PersonStepsProps {
  readonly grant: PersonRowFragment
  readonly onDone: () => void
  readonly onSecret: (secret: Secret) => void
}

/** What may be done with a role: its end, another letter, a code for a PIN. */
export function PersonSteps({ grant, onDone, onSecret }: PersonStepsProps) {
  const { t, i18n } = useTranslation()
  const place = usePlace()
  const { id: grantId, email, role, member } = grant
  const name = grant.person?.name ?? email
  const revoke = useCommand(RevokePersonDocument, onDone)
  const again = useCommand(InvitePersonDocument, onDone)
  const pinCode = useCommand(MakePinCodeDocument, ({ pinCode: secret, expiresAt }) =>
    onSecret({
      title: t('people.pinCodeOf', { name, until: formatInstant(expiresAt, i18n.language, place.timeZone) }),
      ...{ secret, hint: t('people.pinCodeDo') },
    }),
  )
  if (grant.revokedAt) return null
  if (!grant.acceptedAt)
    return (
      <div className="steps-row">
        <ConfirmButton
          isSmall
          {...again}
          words={t('people.again')}
          question={t('people.againAsk', { email })}
          onConfirm={() =>
            again.run(() => ({
              input: {
                ...{ email, role, memberId: member?.id ?? null },
                language: i18n.language === 'ru' ? 'RU' : 'EN',
              },
            }))
          }
        />
        <ConfirmButton
          isSmall
          {...revoke}
          isDestructive
          words={t('people.withdraw')}
          question={t('people.withdrawAsk', { email })}
          onConfirm={() => revoke.run(() => ({ input: { grantId } }))}
        />
      </div>
    )
  const where = { name, place: member?.name ?? place.name, role: t(`role.${role as 'CASHIER'}`) }
  return (
    <div className="steps-row">
      {member && (
        <ConfirmButton
          isSmall
          {...pinCode}
          words={t('people.pinCode')}
          question={t('people.pinCodeAsk', where)}
          onConfirm={() => pinCode.run(() => ({ input: { grantId } }))}
        />
      )}
      <ConfirmButton
        isSmall
        {...revoke}
        isDestructive
        words={t('people.revoke')}
        question={t('people.revokeAsk', where)}
        onConfirm={() => revoke.run(() => ({ input: { grantId } }))}
      />
    </div>
  )
}
