import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { SaleRowFragment } from '../generated/graphql.ts'
import type { Column } from '../list/data-table.tsx'
import { formatMoney } from '../number/format-money.ts'
import { formatPoints } from '../number/format-points.ts'
import { formatInstant } from '../number/format-time.ts'
import { usePlace } from '../place/use-place.ts'

/** The columns of sales, wherever they are listed. */
export function useSaleColumns({
  withMember,
}: {
  readonly withMember: boolean
}): readonly Column<SaleRowFragment>[] {
  const { t, i18n } = useTranslation()
  const { id: place, timeZone } = usePlace()
  const points = (value: string) => (value === '0' ? '' : formatPoints(value, i18n.language))
  const member: Column<SaleRowFragment> = {
    id: 'member',
    header: t('sales.member'),
    cell: (sale) => sale.member.name,
    isMinor: true,
  }
  return [
    {
      id: 'time',
      header: t('sales.time'),
      cell: (sale) => formatInstant(sale.occurredAt, i18n.language, timeZone),
      isMinor: true,
    },
    {
      id: 'customer',
      header: t('sales.customer'),
      cell: (sale) => (
        <Link to="/$place/sales/$sale" params={{ place, sale: sale.id }}>
          {sale.customer.name}
        </Link>
      ),
    },
    ...(withMember ? [member] : []),
    { id: 'receipt', header: t('sales.receipt'), cell: (sale) => sale.receiptRef, isMinor: true },
    {
      ...{ id: 'total', header: t('sales.total'), isNumber: true },
      cell: (sale) => (
        <>
          {sale.refundable.amountMinor !== sale.total.amountMinor && (
            <RefundTag sale={sale} words={t('sales.refunded')} />
          )}{' '}
          {formatMoney(sale.total, i18n.language)}
        </>
      ),
    },
    {
      ...{ id: 'spent', header: t('sales.spentPoints'), isNumber: true, isMinor: true },
      cell: (sale) => points(sale.pointsRedeemed),
    },
    {
      ...{ id: 'earned', header: t('sales.earnedPoints'), isNumber: true },
      cell: (sale) => points(sale.pointsEarned),
    },
  ]
}

/** Only what was wholly refunded is sure to be so by these figures: a discount lessens what may be refunded too. */
function RefundTag({ sale, words }: { readonly sale: SaleRowFragment; readonly words: string }) {
  return sale.refundable.amountMinor === '0' ? (
    <span className="tag" data-tone="bad">
      {words}
    </span>
  ) : null
}
