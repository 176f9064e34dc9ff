import { html } from '../html.js'
import { customerOf, estimateMinor } from '../orders.js'
import { foundInWork, priceList, worksOf } from '../price-list.js'
import { layout } from './layout.js'
import { statusText } from './order.js'

/** The mechanics' board: every order in the yard, and the form that ends a job with what was really done. */
export function workshopPage(visit, orders, { problem, refused } = {}) {
  const { say } = visit.locale
  const inYard = orders.filter((order) => order.status === 'OPEN' || order.status === 'IN_WORK')
  const ready = orders.filter((order) => order.status === 'FINISHED').slice(0, 6)
  return layout(
    visit,
    say('Цех', 'Workshop'),
    html`<section class="board">
      <h1>${say('Цех', 'Workshop')}</h1>
      <p>${say('Страница мастеров. Итоговый счёт почти никогда не равен смете: уберите то, что не делали, добавьте то, что нашли.', 'The mechanics’ page. The final bill is hardly ever the estimate: untick what was not done, tick what was found.')}</p>
      ${problem && html`<p class="problem" role="alert">${problem}</p>`}
      <div class="bays">${inYard.map((order) => bay(visit, order, refused?.id === order.id ? refused.works : undefined))}${inYard.length === 0 && html`<p class="empty">${say('Подъёмники свободны.', 'The lifts are free.')}</p>`}</div>
      ${ready.length > 0 && readyList(visit, ready)}
    </section>`,
  )
}

/** `ticked`: what the mechanic had ticked when the order could not be finished. */
function bay(visit, order, ticked) {
  const { say, link, lang, money, points } = visit.locale
  const choice = (work, checked) =>
    html`<label><input type="checkbox" name="work" value="${work.ref}" ${(ticked ? ticked.includes(work.ref) : checked) && checkedBox}> <span>${work[lang]}</span> <b>${money(work.priceMinor)}</b></label>`
  return html`<article class="bay" data-order="${order.id}">
    <header><span>${order.plate && html`<span class="number-plate small">${order.plate}</span>`}</span><span class="status ${order.status}">${statusText(say, order.status)}</span></header>
    <p><span class="number">${order.id}</span> · ${visit.locale.nameOf(customerOf(visit, order))} · ${money(estimateMinor(order))}</p>
    <p>${order.hold ? say(`Отложено: ${points(order.hold.points)}`, `Set aside: ${points(order.hold.points)}`) : say('Без баллов', 'No points set aside')}</p>
    ${
      order.status === 'OPEN'
        ? html`<form method="post" action="${link(`/workshop/${encodeURIComponent(order.id)}/start`)}"><button>${say('Поднять на подъёмник', 'Put on the lift')}</button></form>`
        : html`<form method="post" action="${link(`/workshop/${encodeURIComponent(order.id)}/finish`)}">
      <fieldset><legend>${say('Сделано', 'Done')}</legend>${estimated(order).map((work) => choice(work, order.works.length > 0))}</fieldset>
      <fieldset><legend>${say('Нашли в работе', 'Found on the way')}</legend>${foundInWork.map((work) => choice(work, false))}</fieldset>
      <button>${say('Закрыть заказ и пробить чек', 'Finish the job and print the receipt')}</button>
    </form>`
    }
  </article>`
}
const checkedBox = html`checked`

/** Works to tick: those of the estimate, or all of them when it was written down at the counter. */
const estimated = (order) => (order.works.length > 0 ? worksOf(order.works) : priceList)

function readyList(visit, orders) {
  const { say, money, points } = visit.locale
  const columns = [
    [say('Счёт', 'Bill'), (receipt) => money(receipt.totalMinor)],
    [say('Баллами', 'In points'), (receipt) => points(receipt.pointsRedeemed)],
    [say('Деньгами', 'In money'), (receipt) => money(receipt.moneyPartMinor)],
    [say('Начислено', 'Earned'), (receipt) => points(receipt.pointsEarned)],
  ]
  // On a phone a row is a card, and each figure has the head of its column beside it.
  return html`<h2>${say('Выданы', 'Handed over')}</h2>
  <table class="works handed"><thead><tr><th scope="col">${say('№', 'No.')}</th>${columns.map(([head]) => html`<th scope="col">${head}</th>`)}</tr></thead>
  <tbody>${orders.map(
    ({ id, receipt }) =>
      html`<tr><td class="number">${id}</td>${columns.map(([head, figure]) => html`<td data-head="${head}">${figure(receipt)}</td>`)}</tr>`,
  )}</tbody></table>`
}
