import { html } from '../html.js'

/** The frame of every page. `visit` is { locale, customer, configuration, url }. */
export function layout(visit, title, content) {
  const { say, link, lang, otherLink } = visit.locale
  return html`<!doctype html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title} · ${say('Моторный двор', 'Motor Yard')}</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/page.css">
  <link rel="stylesheet" href="/frame.css">
  <link rel="stylesheet" href="/work-order.css">
  <link rel="stylesheet" href="/receipt.css">
  <link rel="stylesheet" href="/workshop.css">
  <script type="module" src="${visit.configuration.widgetUrl}"></script>
  <script type="module" src="/checkout.js"></script>
</head>
<body>
<a class="skip" href="#main">${say('К содержанию', 'Skip to content')}</a>
<header class="top">
  <a class="plate" href="${link('/')}">
    <svg aria-hidden="true"><use href="/art.svg#mark"/></svg>
    <span><b>${say('Моторный двор', 'Motor Yard')}</b><small>${say('автосервис с 2009 года', 'car service since 2009')}</small></span>
  </a>
  <nav aria-label="${say('Разделы', 'Sections')}">
    <a href="${link('/')}#prices">${say('Работы и цены', 'Works and prices')}</a>
    <a href="${link('/orders')}">${say('Мои заказы', 'My orders')}</a>
    <a href="${link('/workshop')}">${say('Цех', 'Workshop')}</a>
  </nav>
  <a class="lang" href="${otherLink}" hreflang="${say('en', 'ru')}" lang="${say('en', 'ru')}">${say('English', 'Русский')}</a>
</header>
<main id="main">${content}</main>
<footer>
  <div><b>${say('Моторный двор', 'Motor Yard')}</b><br>${say('Заречье, Литейный проезд, 4, ворота 2', 'Zarechye, 4 Liteiny Lane, gate 2')}</div>
  <div>${say('пн–сб 8:00–20:00', 'Mon–Sat 8 am – 8 pm')}<br>${say('приёмка до 18:00', 'drop-off until 6 pm')}</div>
  <div>${say(
    'Баллы «Заречья» копятся здесь, на мойке «Блеск» и в магазине «Коленвал».',
    'Zarechye points add up here, at the Blesk wash and at the Kolenval parts shop.',
  )}</div>
</footer>
</body>
</html>`
}

/** Who is here: the wallet when signed in, else the demo's picker of customers. */
export function whoIsHere(visit) {
  const { say, link } = visit.locale
  if (visit.customer) {
    return html`<section class="who" aria-labelledby="who-title">
      <h2 id="who-title">${say('Здравствуйте,', 'Hello,')} ${visit.locale.nameOf(visit.customer)}</h2>
      <artel-wallet token-endpoint="/artel-token" locale="${visit.locale.lang}" ${namesAttribute(visit, visit.customer)}></artel-wallet>
      <form method="post" action="${link('/sign-out')}"><button class="plain">${say('Выйти', 'Sign out')}</button></form>
    </section>`
  }
  return html`<section class="who" aria-labelledby="who-title">
    <h2 id="who-title">${say('Кто приехал?', 'Who is at the gate?')}</h2>
    <p>${say('Войдите, чтобы видеть баллы и сдать машину.', 'Sign in to see your points and drop the car off.')}</p>
    ${signInForm(visit)}
  </section>`
}

/** Tells an element how the names that the coalition tells are written on an English page. */
export function namesAttribute(visit, customer) {
  const names = visit.locale.namesFor(customer)
  return names && html`names="${names}"`
}

function signInForm(visit) {
  const { say, link } = visit.locale
  if (visit.configuration.demoCustomers.length === 0) {
    return html`<p class="note">${say(
      'Покупателей для входа нет: задайте DEMO_CUSTOMERS или подключите свой вход.',
      'There is nobody to sign in as: set DEMO_CUSTOMERS, or connect your own sign-in.',
    )}</p>`
  }
  return html`<form method="post" action="${link('/sign-in')}" class="sign-in">
    <label for="customer">${say('Покупатель', 'Customer')}</label>
    <select id="customer" name="customer">${visit.configuration.demoCustomers.map(
      (customer) => html`<option value="${customer.id}">${visit.locale.nameOf(customer)}</option>`,
    )}</select>
    <input type="hidden" name="back" value="${visit.url.pathname}">
    <button>${say('Войти', 'Sign in')}</button>
  </form>`
}
