import { useState } from 'react'
import type { Locale } from './locale.ts'
import { refusalText } from './refusal-text.ts'
import {
  type Order,
  type OrderLine,
  type OrderRefund,
  type Part,
  type Receipt,
  refundLine,
  type Shop,
} from './shop-api.ts'

/** Lines of an order with what was paid how, and a return for each line of a paid one. */
export function OrderLines({
  shop,
  order,
  locale,
  keep,
}: {
  shop: Shop
  order: Order
  locale: Locale
  keep: (order: Order) => void
}) {
  const { say, money, date } = locale
  const [busySku, setBusySku] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const giveBack = async (line: OrderLine) => {
    setBusySku(line.sku)
    const answer = await refundLine(order.id, line.sku)
    setBusySku(undefined)
    if (answer.order) keep(answer.order)
    else setProblem(refusalText(locale, answer))
  }
  const { receipt } = order
  return (
    <article className="lines" data-order={order.id} data-status={order.status}>
      <p className="when">
        {date(order.openedAt)}
        <b>{statusText(locale, order.status)}</b>
      </p>
      <table>
        <tbody>
          {order.lines.map((line) => (
            <Row
              key={line.sku}
              {...{ line, locale }}
              part={shop.catalogue.find(({ sku }) => sku === line.sku)}
              refund={order.refunds?.find(({ sku }) => sku === line.sku)}
              giveBack={receipt && { isBusy: busySku !== undefined, start: () => giveBack(line) }}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {say('Итого', 'Total')}
            </th>
            <td className="sum" data-figure="total">
              {money(order.totalMinor)}
            </td>
            {receipt && <td />}
          </tr>
        </tfoot>
      </table>
      {receipt && <Paid {...{ receipt, locale }} />}
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </article>
  )
}

/** A line in the page's language while the part is sold, else as it was bought; what was returned of it, and the button that returns it while that can be done. */
function Row({
  line,
  part,
  refund,
  giveBack,
  locale,
}: {
  line: OrderLine
  part: Part | undefined
  refund: OrderRefund | undefined
  giveBack: { isBusy: boolean; start: () => void } | undefined
  locale: Locale
}) {
  const { say, money, points, lang } = locale
  return (
    <tr data-sku={line.sku} className={refund ? 'returned' : undefined}>
      <td>
        <b>{part?.[lang] ?? line.title}</b>
        <span className="sku">{line.sku}</span>
        {refund && (
          <span className="returned-text">
            {say(
              `Возвращено ${money(refund.moneyPartMinor)} и ${points(refund.pointsReturned)}, снято ${points(refund.pointsRecovered)}`,
              `Returned ${money(refund.moneyPartMinor)} and ${points(refund.pointsReturned)}, ${points(refund.pointsRecovered)} taken back`,
            )}
          </span>
        )}
      </td>
      <td className="count">× {line.quantity}</td>
      <td className="sum">{money(line.totalMinor)}</td>
      {giveBack && (
        <td className="return">
          {!refund && (
            <button type="button" disabled={giveBack.isBusy} onClick={giveBack.start}>
              {say('Вернуть', 'Return')}
            </button>
          )}
        </td>
      )}
    </tr>
  )
}

function Paid({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const { say, money, points } = locale
  return (
    <dl className="receipt">
      <div>
        <dt>{say('Баллами', 'In points')}</dt>
        <dd data-figure="points-part">{points(receipt.pointsRedeemed)}</dd>
      </div>
      <div>
        <dt>{say('Деньгами', 'In money')}</dt>
        <dd data-figure="money-part">{money(receipt.moneyPartMinor)}</dd>
      </div>
      <div>
        <dt>{say('Начислено', 'Earned')}</dt>
        <dd data-figure="earned">+ {points(receipt.pointsEarned)}</dd>
      </div>
    </dl>
  )
}

function statusText({ say }: Locale, status: Order['status']): string {
  if (status === 'OPEN') return say('Ждёт оплаты', 'To be paid')
  return status === 'PAID' ? say('Оплачен', 'Paid') : say('Отменён', 'Dropped')
}
