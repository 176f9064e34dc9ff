import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Ended, OutcomeNote } from '../command/outcome-note.tsx'
import type { TillHoldFragment, TillSalePartsFragment } from '../generated/graphql.ts'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { usePlace } from '../place/use-place.ts'
import { type Bill, BillStep } from './bill-step.tsx'
import { ownReceipt } from './own-receipt.ts'
import { SaleDone } from './sale-done.tsx'
import type { TillCommands } from './use-till-commands.ts'

interface OrderCardProps {
  readonly hold: TillHoldFragment
  readonly commands: TillCommands
  readonly onEnd: () => void
}

/** An order whose points are set aside: the final bill takes them, or they go back. */
export function OrderCard({ hold, commands, onEnd }: OrderCardProps) {
  const { t, i18n } = useTranslation()
  const { timeZone, now } = usePlace()
  const [outcome, setOutcome] = useState<Ended | null>(null)
  const [done, setDone] = useState<{ sale: TillSalePartsFragment; balanceAfter: string } | null>(null)
  const { currency } = hold.bill
  const capture = async ({ totalMinor, receiptRef: typed, code }: Bill) => {
    const receiptRef = typed || ownReceipt(now(), timeZone)
    const input = {
      ...{ holdId: hold.id, receiptRef, code: code || null },
      total: { amountMinor: totalMinor, currency },
    }
    const answer = await commands.send('capture', input, { amountMinor: totalMinor, currency, receiptRef })
    if (!answer) return
    setOutcome(answer)
    if (answer.kind === 'done')
      setDone({ sale: answer.payload.purchase, balanceAfter: answer.payload.balanceAfter })
  }
  const release = async () => {
    const answer = await commands.send(
      'void',
      { holdId: hold.id },
      { amountMinor: null, currency, receiptRef: hold.orderRef },
    )
    if (!answer) return
    setOutcome(answer)
    if (answer.kind === 'done') onEnd()
  }
  if (done) return <SaleDone {...done} onNext={onEnd} />
  return (
    <Stack gap="lg">
      <section className="sheet till-customer">
        <span className="till-name">
          {hold.customer.name}, {hold.orderRef}
        </span>
        <span className="till-balance amount">
          {t('till.held', { points: formatPoints(hold.points, i18n.language) })}
        </span>
        <span className="quiet">
          {t('till.orderBill')}: {formatMoney(hold.bill, i18n.language)}
        </span>
      </section>
      <OutcomeNote outcome={outcome} />
      <BillStep bill={undefined} onBill={capture} />
      <Group>
        <Button size="md" variant="default" onClick={onEnd}>
          {t('till.cancel')}
        </Button>
        <ReleaseButton hold={hold} onRelease={release} />
      </Group>
    </Stack>
  )
}

/** Asks once more, naming what goes back to whom. */
function ReleaseButton({
  hold,
  onRelease,
}: {
  readonly hold: TillHoldFragment
  readonly onRelease: () => void
}) {
  const { t, i18n } = useTranslation()
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <Button size="md" color="red.9" variant="outline" onClick={() => setSure(true)}>
        {t('till.release')}
      </Button>
    )
  return (
    <Button size="md" color="red.9" onClick={onRelease}>
      {t('till.releaseSure', { name: hold.customer.name, points: formatPoints(hold.points, i18n.language) })}
    </Button>
  )
}
