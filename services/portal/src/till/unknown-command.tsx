import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { OutcomeNote } from '../command/outcome-note.tsx'
import { formatMoney } from '../number/format-money.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { FindUnknown } from './find-unknown.tsx'
import type { PendingCommand } from './pending-command.ts'
import { RefundDone } from './refund-done.tsx'
import { SaleDone } from './sale-done.tsx'
import type { TillCommands } from './use-till-commands.ts'
import { whatWasDone } from './what-was-done.ts'

/** So often a question may fail before somebody is offered another way. */
const TRIES_ALONE = 3

/** A command whose answer did not come, asked after until it does; then how it ended. */
export function UnknownCommand({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const { unknown, settled, failure, tries, isAsking, askAgain, setAside, dropSettled } = commands
  const waiting = unknown[0]
  if (!waiting && settled) return <SettledCommand commands={commands} onNext={dropSettled} />
  if (!waiting) return null
  return (
    <>
      <section className="till-unknown" role="alert">
        <h2>{t('till.unknownTitle')}</h2>
        <CommandWords command={waiting} />
        <p>{t('till.unknownText')}</p>
        <Group>
          <Button size="md" onClick={askAgain} loading={isAsking} variant="default">
            {t('till.askAgain')}
          </Button>
        </Group>
      </section>
      {failure && <FailureNote failure={failure} />}
      {tries >= TRIES_ALONE && (
        <section className="sheet">
          <p>{t('till.setAsideText')}</p>
          <FindUnknown key={waiting.input.idempotencyKey} command={waiting} />
          <Button size="md" mt="md" variant="default" onClick={() => setAside(waiting)}>
            {t('till.setAside')}
          </Button>
        </section>
      )}
    </>
  )
}

/** What was set aside without an answer: it is asked after when somebody says so. */
export function AsideCommands({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const { aside, takeUp } = commands
  if (aside.length === 0) return null
  return (
    <section className="sheet" aria-label={t('till.asideTitle')}>
      <h2>{t('till.asideTitle')}</h2>
      <ul className="till-list">
        {aside.map((command) => (
          <li key={command.input.idempotencyKey} className="till-aside">
            <CommandWords command={command} />
            <Button variant="default" onClick={() => takeUp(command)}>
              {t('till.askAgain')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SettledCommandProps {
  readonly commands: TillCommands
  readonly onNext: () => void
}

function SettledCommand({ commands, onNext }: SettledCommandProps) {
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
      {done && <p className="good">{t('till.done')}</p>}
      <OutcomeNote outcome={outcome} />
      <Button size="md" mt="md" onClick={onNext} autoFocus>
        {t('till.toTill')}
      </Button>
    </section>
  )
}

function CommandWords({ command: { operation, summary } }: { readonly command: PendingCommand }) {
  const { t, i18n } = useTranslation()
  const { amountMinor, currency, receiptRef: receipt } = summary
  const amount = amountMinor === null ? '' : formatMoney({ amountMinor, currency }, i18n.language)
  return <p>{t(`till.unknown.${operation}`, { amount, receipt })}</p>
}
