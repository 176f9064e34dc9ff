import { useTranslation } from 'react-i18next'
import type { TillCustomerPartsFragment } from '../generated/graphql.ts'
import { formatPoints } from '../number/format-points.ts'
import { Note } from '../refusal/note.tsx'

/** Who stands at the till, and what they may spend. */
export function CustomerLine({ customer }: { readonly customer: TillCustomerPartsFragment }) {
  const { t, i18n } = useTranslation()
  const tiers = customer.wallet.tiers.flatMap(({ tier }) => (tier ? [tier.name] : []))
  return (
    <section className="sheet">
      <div className="till-customer">
        <span>
          <span className="till-name">{customer.name}</span>
          {tiers.length > 0 && <span className="tag">{tiers.join(', ')}</span>}
        </span>
        <span className="till-balance amount">
          {t('till.available', { points: formatPoints(customer.wallet.available, i18n.language) })}
        </span>
      </div>
      {customer.frozenAt && <Note tone="wait" title={t('till.frozen')} />}
    </section>
  )
}
