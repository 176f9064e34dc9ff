import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../number/format-money.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { RefusalNote } from '../refusal/refusal-note.tsx'
import type { PendingCommand } from './pending-command.ts'
import { RefundDone } from './refund-done.tsx'
import { SaleDone } from './sale-done.tsx'
import type { TillCommands } from './use-till-commands.ts'
import { whatWasDone } from './what-was-done.ts'

const WORDS = {
  sale: 'till.whatSale',
  refund: 'till.whatRefund',
  hold: 'till.whatHold',
  capture: 'till.whatCapture',
  void: 'till.whatVoid',
} as const

/** A command whose answer did not come, asked after until it does; then how it ended. */
export function UnknownCommand({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const { unknown, settled, failure, isAsking, askAgain, dropSettled } = commands
  const waiting = unknown[0]
  if (!waiting && settled) return <SettledCommand commands={commands} onNext={dropSettled} />
  if (!waiting) return null
  return (
    <section className="till-unknown" role="alert">
      <h2>{t('till.unknownTitle')}</h2>
      <CommandWords command={waiting} />
      <p>{t('till.unknownText')}</p>
      {failure?.kind === 'signed-out' && <FailureNote failure={failure} />}
      <Group>
        <Button size="md" onClick={askAgain} loading={isAsking} variant="default">
          {t('till.askAgain')}
        </Button>
      </Group>
    </section>
  )
}

function SettledCommand({
  commands,
  onNext,
}: {
  readonly commands: TillCommands
  readonly onNext: () => void
}) {
  const { t } = useTranslation()
  const { settled } = commands
  if (!settled) return null
  const { command, outcome } = settled
  const done = outcome.kind === 'done' ? whatWasDone(outcome.payload) : null
  if (done?.kind === 'sale') return <SaleDone {...done} onNext={onNext} />
  if (done?.kind === 'refund')
    return <RefundDone refund={done.refund} words={t('till.toTill')} onNext={onNext} />
  return (
    <section className="sheet">
      <CommandWords command={command} />
      {outcome.kind === 'done' && <p className="good">{t('till.done')}</p>}
      {outcome.kind === 'refused' && <RefusalNote refusal={outcome.refusal} />}
      {'failure' in outcome && <FailureNote failure={outcome.failure} />}
      <Button size="md" mt="md" onClick={onNext} autoFocus>
        {t('till.toTill')}
      </Button>
    </section>
  )
}

function CommandWords({ command: { operation, summary } }: { readonly command: PendingCommand }) {
  const { t, i18n } = useTranslation()
  const amount =
    summary.amountMinor === null
      ? ''
      : formatMoney({ amountMinor: summary.amountMinor, currency: summary.currency }, i18n.language)
  return <p>{t('till.unknownWhat', { what: t(WORDS[operation]), amount, receipt: summary.receiptRef })}</p>
}
