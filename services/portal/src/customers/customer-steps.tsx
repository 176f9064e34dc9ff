import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { ConfirmButton } from '../command/confirm-button.tsx'
import { useCommand } from '../command/use-command.ts'
import {
  CustomerToMergeDocument,
  type CustomerToMergeQuery,
  EraseCustomerDocument,
  FreezeCustomerDocument,
  MergeCustomersDocument,
  UnfreezeCustomerDocument,
} from '../generated/graphql.ts'
import { formatPoints } from '../number/format-points.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { readCustomer } from '../till/read-customer.ts'
import type { CustomerCard } from './customer-screen.tsx'

interface StepProps {
  readonly customer: CustomerCard
  readonly onDone: () => void
}

/** What an administrator may do with a card: each step names what it does and to whom. */
export function CustomerSteps(props: StepProps) {
  const { t } = useTranslation()
  return (
    <section className="sheet next-step">
      <h2>{t('customers.steps')}</h2>
      <div className="steps-row">
        <Freeze {...props} />
        <Merge {...props} />
        <Erase {...props} />
      </div>
    </section>
  )
}

function Freeze({ customer, onDone }: StepProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const freeze = useCommand(FreezeCustomerDocument, onDone)
  const unfreeze = useCommand(UnfreezeCustomerDocument, onDone)
  const isFrozen = Boolean(customer.frozenAt)
  const command = isFrozen ? unfreeze : freeze
  const step = isFrozen ? 'unfreeze' : 'freeze'
  return (
    <ConfirmButton
      outcome={command.outcome}
      isBusy={command.isBusy}
      words={t(`customers.${step}`)}
      question={t(`customers.${step}Ask`, { name: customer.name })}
      onConfirm={() =>
        command.run(() => ({ input: { customer: { id: customer.id }, ...(reason ? { reason } : {}) } }))
      }
    >
      <TextInput
        label={t('customers.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmButton>
  )
}

function Merge({ customer, onDone }: StepProps) {
  const { t, i18n } = useTranslation()
  const client = useClient()
  const [text, setText] = useState('')
  const [found, setFound] = useState<CustomerToMergeQuery['customer'] | undefined>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isWrong, setWrong] = useState(false)
  const command = useCommand(MergeCustomersDocument, onDone)
  const find = async () => {
    const by = readCustomer(text)
    setWrong(by === null)
    setFailure(null)
    if (!by) return
    const answer = await askOnce(client, CustomerToMergeDocument, { by })
    // Whoever could not be looked for may well exist.
    if (answer.failure) setFailure(answer.failure)
    else setFound(answer.data.customer ?? null)
  }
  return (
    <ConfirmButton
      {...command}
      words={t('customers.merge')}
      question={t('customers.mergeAsk', {
        name: customer.name,
        points: formatPoints(customer.wallet.balance, i18n.language),
      })}
      isDestructive
      onConfirm={async () =>
        Boolean(found) &&
        (await command.run((idempotencyKey) => ({
          input: { idempotencyKey, customer: { id: customer.id }, into: { id: found?.id ?? '' } },
        })))
      }
    >
      <TextInput
        label={t('customers.mergeInto')}
        value={text}
        error={isWrong && t('till.notANumber')}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setFound(undefined)
          setFailure(null)
          setWrong(false)
        }}
      />
      <Button variant="default" onClick={find}>
        {t('customers.mergeFind')}
      </Button>
      {failure && <FailureNote failure={failure} onRetry={find} />}
      <p role="status">
        {found === null && t('customers.mergeNobody')}
        {found &&
          t('customers.mergeFound', {
            name: found.name,
            phone: found.phone ?? '',
            points: formatPoints(found.wallet.balance, i18n.language),
          })}
      </p>
    </ConfirmButton>
  )
}

const GROUNDS = ['CUSTOMER_REQUEST', 'CONSENT_WITHDRAWN', 'LEGAL_DUTY'] as const

function Erase({ customer, onDone }: StepProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<(typeof GROUNDS)[number]>('CUSTOMER_REQUEST')
  const [givesUpPoints, setGivesUp] = useState(false)
  const [forgivesDebts, setForgives] = useState(false)
  const command = useCommand(EraseCustomerDocument, onDone)
  return (
    <ConfirmButton
      {...command}
      words={t('customers.erase')}
      question={t('customers.eraseAsk', { name: customer.name })}
      isDestructive
      onConfirm={() =>
        command.run(() => ({ input: { customerId: customer.id, reason, givesUpPoints, forgivesDebts } }))
      }
    >
      <NativeSelect
        label={t('customers.eraseReason')}
        value={reason}
        data={GROUNDS.map((value) => ({ value, label: t(`customers.${value}`) }))}
        onChange={(event) =>
          setReason(GROUNDS.find((one) => one === event.currentTarget.value) ?? 'CUSTOMER_REQUEST')
        }
      />
      <Checkbox
        label={t('customers.givesUp')}
        checked={givesUpPoints}
        onChange={(event) => setGivesUp(event.currentTarget.checked)}
      />
      {customer.wallet.debt !== '0' && (
        <Checkbox
          label={t('customers.forgives')}
          checked={forgivesDebts}
          onChange={(event) => setForgives(event.currentTarget.checked)}
        />
      )}
    </ConfirmButton>
  )
}
