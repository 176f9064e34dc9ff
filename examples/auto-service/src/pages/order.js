import { html } from '../html.js'
import { customerOf, estimateMinor, pathOf } from '../orders.js'
import { totalMinor, worksOf } from '../price-list.js'
import { layout, namesAttribute } from './layout.js'

export const statusText = (say, status) =>
  ({
    OPEN: say('Принят', 'Dropped off'),
    IN_WORK: say('В работе', 'On the lift'),
    FINISHED: say('Готов', 'Ready'),
    CANCELLED: say('Отменён', 'Cancelled'),
  })[status]

/** The customer's own order: estimate, points held at drop-off, and after the job its receipt. */
export function orderPage(visit, order, { problem } = {}) {
  const { say, link, date } = visit.locale
  return layout(
    visit,
    `${say('Заказ-наряд', 'Work order')} ${order.id}`,
    html`<article class="sheet order">
      <header>
        <h1>${say('Заказ-наряд', 'Work order')} <span class="number">${order.id}</span></h1>
        ${order.plate && html`<p class="number-plate">${order.plate}</p>`}
        <p>${date(order.openedAt)} · ${visit.locale.nameOf(customerOf(visit, order))}</p>
      </header>
      ${progress(visit, order)}
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <div class="two">
        ${worksTable(visit, order)}
        <aside>${order.receipt ? receipt(visit, order) : points(visit, order)}</aside>
      </div>
      ${
        (order.status === 'OPEN' || order.status === 'IN_WORK') &&
        html`<form method="post" action="${link(`${pathOf(order)}/cancel`)}" class="cancel">
        <button class="plain">${order.hold ? say('Отменить заказ и вернуть баллы', 'Cancel the order and release the points') : say('Отменить заказ', 'Cancel the order')}</button>
      </form>`
      }
    </article>`,
  )
}

export function ordersPage(visit, orders) {
  const { say, link, money, date } = visit.locale
  return layout(
    visit,
    say('Мои заказы', 'My orders'),
    html`<section class="sheet">
      <header><h1>${say('Мои заказы', 'My orders')}</h1></header>
      ${
        orders.length === 0
          ? html`<p>${say('Заказов пока нет.', 'No orders yet.')} <a href="${link('/')}#prices">${say('Выбрать работы', 'Choose works')}</a></p>`
          : html`<table class="works order-list"><tbody>${orders.map(
              (order) => html`<tr>
        <td><a class="number" href="${link(pathOf(order))}">${order.id}</a></td>
        <td>${order.plate && html`<span class="number-plate small">${order.plate}</span>`}</td>
        <td>${date(order.openedAt)}</td>
        <td><span class="status ${order.status}">${statusText(say, order.status)}</span></td>
        <td class="sum">${money(order.receipt?.totalMinor ?? estimateMinor(order))}</td>
      </tr>`,
            )}</tbody></table>`
      }
    </section>`,
  )
}

function progress(visit, order) {
  const { say } = visit.locale
  const steps = order.status === 'CANCELLED' ? ['OPEN', 'CANCELLED'] : ['OPEN', 'IN_WORK', 'FINISHED']
  const reached = steps.indexOf(order.status)
  return html`<ol class="steps" aria-label="${say('Ход заказа', 'Progress')}">${steps.map(
    (step, index) =>
      html`<li class="${index <= reached ? 'done' : ''}" ${index === reached ? currentStep : ''}>${statusText(say, step)}</li>`,
  )}</ol>`
}
const currentStep = html`aria-current="step"`

function worksTable(visit, order) {
  const { say, lang, money } = visit.locale
  const done = order.finalWorks ?? order.works
  const struck = order.finalWorks ? worksOf(order.works.filter((ref) => !done.includes(ref))) : []
  return html`<table class="works">
    <caption>${order.finalWorks ? say('Сделано', 'Done') : say('Смета', 'Estimate')}</caption>
    <tbody>
      ${done.length === 0 && html`<tr><td>${say('Записано у стойки', 'Written down at the counter')}</td><td></td></tr>`}
      ${worksOf(done).map(
        (work) =>
          html`<tr><td>${work[lang]}${order.works.length > 0 && !order.works.includes(work.ref) && html` <em class="added">${say('добавлено в цехе', 'added in the workshop')}</em>`}</td><td class="sum">${money(work.priceMinor)}</td></tr>`,
      )}
      ${struck.map((work) => html`<tr class="struck"><td><s>${work[lang]}</s></td><td class="sum">${say('не делали', 'not done')}</td></tr>`)}
    </tbody>
    <tfoot><tr><th scope="row">${order.finalWorks ? say('Итог', 'Final bill') : say('По смете', 'Estimated')}</th><td class="sum" data-figure="total">${money(order.finalWorks ? totalMinor(done) : estimateMinor(order))}</td></tr></tfoot>
  </table>`
}

function points(visit, order) {
  const { say, points, money, date, lang } = visit.locale
  if (order.status === 'CANCELLED')
    return html`<p>${order.hold ? say('Заказ отменён, баллы снова ваши.', 'The order is cancelled; the points are yours again.') : say('Заказ отменён.', 'The order is cancelled.')}</p>`
  if (order.hold) {
    return html`<div class="stamp"><b data-figure="held">${points(order.hold.points)}</b><span>${say('отложены под этот заказ', 'set aside for this order')}</span></div>
    ${order.hold.leftMinor && html`<p class="left"><span>${say('По смете останется заплатить', 'Left to pay by the estimate')}</span> <b data-figure="left">${money(order.hold.leftMinor)}</b></p>`}
    <p>${say('Спишем по готовому счёту, не больше отложенного. Если счёт станет меньше, остаток вернётся. Отложены до', 'Taken when the final bill is known, never more than was set aside. If the bill shrinks, the rest comes back. Kept until')} ${date(order.hold.expiresAt)}.</p>`
  }
  return html`<h2>${say('Оплатить часть баллами?', 'Pay part with points?')}</h2>
    <p>${say('Отложите баллы сейчас: до готовности машины их не потратит никто другой.', 'Set points aside now: nobody else can spend them while the car is with us.')}</p>
    <artel-checkout amount="${estimateMinor(order)}" order-ref="${order.id}" token-endpoint="/artel-token" locale="${lang}" ${namesAttribute(visit, customerOf(visit, order))} data-order="${order.id}"></artel-checkout>
    <p class="problem" role="alert" data-checkout-problem hidden></p>`
}

function receipt(visit, order) {
  const { say, points, money, date } = visit.locale
  const { receipt } = order
  const row = (name, figure, text) =>
    html`<div><dt>${text}</dt><dd data-figure="${name}">${figure}</dd></div>`
  return html`<section class="receipt" aria-labelledby="receipt-title">
    <h2 id="receipt-title">${say('Чек', 'Receipt')}</h2>
    <p>${date(receipt.at)} · <span class="number">${order.id}</span></p>
    <dl>
      ${row('bill', money(receipt.totalMinor), say('Счёт', 'Bill'))}
      ${row('points-part', points(receipt.pointsRedeemed), say('Оплачено баллами', 'Paid with points'))}
      ${row('money-part', money(receipt.moneyPartMinor), say('Оплачено деньгами', 'Paid in money'))}
      ${row('released', points(receipt.pointsReleased), say('Вернулось из отложенных', 'Released from the set-aside'))}
      ${row('earned', `+ ${points(receipt.pointsEarned)}`, say('Начислено', 'Earned'))}
      ${row('balance', points(receipt.balanceAfter), say('Стало на карте', 'Then on the card'))}
    </dl>
    ${(order.returns ?? []).map(
      (given) => html`<h3>${say('Возврат', 'Return')} · ${date(given.at)}</h3>
    <dl>
      ${row('returned-money', money(given.moneyPartMinor), say('Вернули деньгами', 'Given back in money'))}
      ${row('returned-points', points(given.pointsReturned), say('Вернули баллами', 'Given back in points'))}
      ${row('taken-back', points(given.pointsTakenBack), say('Сняли начисленное', 'Earned points taken back'))}
    </dl>`,
    )}
  </section>`
}
