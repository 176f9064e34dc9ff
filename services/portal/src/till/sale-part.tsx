import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TillCustomerPartsFragment, TillSalePartsFragment } from '../generated/graphql.ts'
import { usePlace } from '../place/use-place.ts'
import { type Bill, BillStep } from './bill-step.tsx'
import { CustomerLine } from './customer-line.tsx'
import { FindCustomer } from './find-customer.tsx'
import { PayStep } from './pay-step.tsx'
import { SaleDone } from './sale-done.tsx'
import type { TillCommands } from './use-till-commands.ts'

interface Progress {
  readonly customer?: TillCustomerPartsFragment
  readonly bill?: Bill
  readonly done?: { readonly sale: TillSalePartsFragment; readonly balanceAfter: string }
}

/** A sale: who, how much, how many points, recorded. Enter goes on, Esc begins anew. */
export function SalePart({ commands }: { readonly commands: TillCommands }) {
  const { t } = useTranslation()
  const place = usePlace()
  const navigate = useNavigate()
  const [{ customer, bill, done }, setProgress] = useState<Progress>({})
  const anew = useCallback(() => setProgress({}), [])
  // What is on its way is not called off by a key: the answer belongs to what is shown.
  useEscape(commands.isSending ? null : anew)
  if (done) return <SaleDone {...done} onNext={anew} />
  if (!customer)
    return (
      <FindCustomer
        onFound={(found) => setProgress({ customer: found })}
        onEnrol={(phone) =>
          navigate({ to: '/$place/till', params: { place: place.id }, search: { part: 'enrol', phone } })
        }
      />
    )
  return (
    <>
      <CustomerLine customer={customer} />
      <BillStep
        bill={bill}
        onBill={(typed) => setProgress({ customer, bill: typed })}
        onChange={() => bill && setProgress({ customer })}
      />
      {bill && (
        <PayStep
          key={`${bill.totalMinor} ${bill.code}`}
          {...{ customer, bill, commands }}
          onDone={(sale, balanceAfter) => setProgress({ done: { sale, balanceAfter } })}
        />
      )}
      <div>
        <Button variant="subtle" onClick={anew}>
          {t('till.anew')} (Esc)
        </Button>
      </div>
    </>
  )
}

function useEscape(onEscape: (() => void) | null): void {
  useEffect(() => {
    if (!onEscape) return
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onEscape()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [onEscape])
}
