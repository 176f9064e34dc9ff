import { Anchor, Button, Stack, Text, Title } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { type LockCashierFragment, LockCashiersDocument, type MePartsFragment } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Note } from '../refusal/note.tsx'
import { useSession } from '../session/use-me.tsx'
import { ChooseCashier } from './choose-cashier.tsx'
import { forgetTill, keepLocked, keptTill } from './kept-till.ts'
import { PinByCode } from './pin-by-code.tsx'
import { PinStep } from './pin-step.tsx'
import { tillClient } from './till-client.ts'

type Step =
  | { readonly at: 'choose' | 'code' }
  | { readonly at: 'pin'; readonly cashier: LockCashierFragment }
  | { readonly at: 'guessed'; readonly me: MePartsFragment; readonly wrongPins: number }

/** Who is at the till: one of its cashiers by PIN, a new one by a code, or somebody by e-mail. */
export function TillDoor() {
  const { t } = useTranslation()
  const till = useMemo(keptTill, [])
  const client = useMemo(() => till && tillClient(till.secret), [till])
  const { cashiers, failure, ask } = useCashiers(client)
  const [step, setStep] = useState<Step>({ at: 'choose' })
  const { become } = useSession()
  const enter = (me: MePartsFragment) => {
    keepLocked(false)
    become(me)
  }
  if (!till || !client) return <NoTill words={t('lock.lost')} />
  if (failure?.kind === 'signed-out') return <NoTill words={t('lock.overText')} title={t('lock.over')} />
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('lock.till', { till: till.name, member: till.memberName })}
      </Text>
      {failure && <FailureNote failure={failure} onRetry={ask} />}
      {step.at === 'choose' && (
        <>
          <Title order={1}>{t('lock.title')}</Title>
          {cashiers && (
            <ChooseCashier cashiers={cashiers} onChosen={(cashier) => setStep({ at: 'pin', cashier })} />
          )}
          <Button variant="default" onClick={() => setStep({ at: 'code' })}>
            {t('lock.haveCode')}
          </Button>
          <ByEmail />
        </>
      )}
      {step.at === 'pin' && (
        <PinStep
          key={step.cashier.cashierId}
          {...{ client, cashier: step.cashier }}
          onIn={(me, wrongPins) => (wrongPins > 0 ? setStep({ at: 'guessed', me, wrongPins }) : enter(me))}
          onOther={() => setStep({ at: 'choose' })}
        />
      )}
      {step.at === 'code' && (
        <PinByCode
          client={client}
          onSet={(cashier) => {
            ask()
            setStep({ at: 'pin', cashier })
          }}
          onBack={() => setStep({ at: 'choose' })}
        />
      )}
      {step.at === 'guessed' && <Guessed wrongPins={step.wrongPins} onGoOn={() => enter(step.me)} />}
    </Stack>
  )
}

interface Cashiers {
  readonly cashiers: readonly LockCashierFragment[] | null
  readonly failure: Failure | null
  readonly ask: () => void
}

function useCashiers(client: Client | null): Cashiers {
  const [known, setKnown] = useState<Omit<Cashiers, 'ask'>>({ cashiers: null, failure: null })
  const ask = useMemo(
    () => async () => {
      if (!client) return
      const { data, failure } = await askOnce(client, LockCashiersDocument, {})
      setKnown((before) => ({ cashiers: data?.tillCashiers ?? before.cashiers, failure }))
    },
    [client],
  )
  useEffect(() => void ask(), [ask])
  return { ...known, ask: () => void ask() }
}

function Guessed({ wrongPins, onGoOn }: { readonly wrongPins: number; readonly onGoOn: () => void }) {
  const { t } = useTranslation()
  return (
    <>
      <Note tone="wait" title={t('lock.guessed')}>
        <p>{t('lock.guessedText', { count: wrongPins })}</p>
        <p>{t('lock.guessedDo')}</p>
      </Note>
      <Button size="lg" autoFocus onClick={onGoOn}>
        {t('lock.goOn')}
      </Button>
    </>
  )
}

function NoTill({ words, title }: { readonly words: string; readonly title?: string }) {
  const { t } = useTranslation()
  const { become } = useSession()
  return (
    <Stack gap="md">
      <Title order={1}>{title ?? t('lock.over')}</Title>
      <Text>{words}</Text>
      <Button
        autoFocus
        onClick={() => {
          forgetTill()
          become(null)
          window.location.assign('/portal/sign-in')
        }}
      >
        {t('lock.forget')}
      </Button>
    </Stack>
  )
}

/** The way in for who has no PIN: a page of its own, so that the till stays locked until they are in. */
function ByEmail() {
  const { t } = useTranslation()
  return (
    <Anchor size="sm" href="/portal/sign-in?next=/till">
      {t('lock.byEmail')}
    </Anchor>
  )
}
