import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { askOnce } from '../api/ask-once.ts'
import type { Failure } from '../api/failure.ts'
import { TillCustomerDocument, type TillCustomerPartsFragment } from '../generated/graphql.ts'
import { FailureNote } from '../refusal/failure-note.tsx'
import { Note } from '../refusal/note.tsx'
import { readCustomer } from './read-customer.ts'
import { ScanField } from './scan-field.tsx'

interface FindCustomerProps {
  readonly onFound: (customer: TillCustomerPartsFragment) => void
  /** Offers to enrol a phone that nobody has. */
  readonly onEnrol?: (phone: string) => void
  readonly initial?: string
}

type Looked =
  | { readonly kind: 'nobody'; readonly phone: string | null }
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Finds a customer by the card that is scanned, or by a phone. */
export function FindCustomer({ onFound, onEnrol, initial = '' }: FindCustomerProps) {
  const { t } = useTranslation()
  const client = useClient()
  const [text, setText] = useState(initial)
  const [isLooking, setLooking] = useState(false)
  const [looked, setLooked] = useState<Looked | null>(null)
  const find = async (event: FormEvent) => {
    event.preventDefault()
    const by = readCustomer(text)
    if (!by) return setLooked({ kind: 'not-a-number' })
    setLooking(true)
    setLooked(null)
    const { data, failure } = await askOnce(client, TillCustomerDocument, { by })
    setLooking(false)
    if (failure) setLooked({ kind: 'failed', failure })
    else if (data.customer) onFound(data.customer)
    else setLooked({ kind: 'nobody', phone: by.phone ?? null })
  }
  return (
    <form onSubmit={find}>
      <ScanField
        {...{ autoFocus: true, size: 'lg', inputMode: 'tel', classNames: { input: 'big' } }}
        label={t('till.customer')}
        description={isLooking ? t('till.looking') : t('till.customerHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={looked?.kind === 'not-a-number' ? t('till.notANumber') : undefined}
        value={text}
        onText={setText}
      />
      {looked?.kind === 'nobody' && (
        <Note tone="wait" title={t('till.nobody')}>
          {onEnrol && looked.phone && (
            <Button variant="default" autoFocus onClick={() => onEnrol(looked.phone ?? '')}>
              {t('till.enrolThis')}
            </Button>
          )}
        </Note>
      )}
      {looked?.kind === 'failed' && <FailureNote failure={looked.failure} />}
    </form>
  )
}
