import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import { type KeyRowFragment, RevokeKeyDocument, RotateKeyDocument } from '../generated/graphql.ts'
import type { Secret } from './shown-once.tsx'

const OVERLAPS = ['0', '1', '24', '72', '168'] as const
type Overlap = (typeof OVERLAPS)[number]

interface KeyStepsProps {
  readonly apiKey: KeyRowFragment
  readonly onDone: () => void
  readonly onSecret: (secret: Secret) => void
}

/** Replacing a key, so that servers change over one by one, and ending it at once. */
export function KeySteps({ apiKey: { id, name }, onDone, onSecret }: KeyStepsProps) {
  const { t } = useTranslation()
  const [overlap, setOverlap] = useState<Overlap>('24')
  const revoke = useCommand(RevokeKeyDocument, onDone)
  const rotate = useCommand(RotateKeyDocument, ({ secret, apiKey }) => {
    onSecret({ title: t('keys.secretOf', { name: apiKey.name }), secret })
    onDone()
  })
  return (
    <div className="steps-row">
      <ConfirmButton
        isSmall
        {...rotate}
        words={t('keys.rotate')}
        question={t('keys.rotateAsk', { name })}
        onConfirm={() => rotate.run(() => ({ input: { id, overlapHours: Number(overlap) } }))}
      >
        <NativeSelect
          label={t('keys.overlap')}
          value={overlap}
          data={OVERLAPS.map((value) => ({ value, label: t(`keys.hours_${value}`) }))}
          onChange={(event) => setOverlap(event.currentTarget.value as Overlap)}
        />
      </ConfirmButton>
      <ConfirmButton
        isSmall
        {...revoke}
        isDestructive
        words={t('keys.revoke')}
        question={t('keys.revokeAsk', { name })}
        onConfirm={() => revoke.run(() => ({ input: { id } }))}
      />
    </div>
  )
}
