// The bay's terminal, and the demo's sign-in. The page works without them: prices and badges need no script of ours.
const texts = {
  ru: {
    minutes: (n) => `${n} мин`,
    signIn: 'Войти',
    signOut: 'Выйти',
    customer: 'Кто приехал?',
    signInFirst: ['Сначала войдите', 'Тогда баллы придут на вашу карту.'],
    washing: ['Моем…', 'Не открывайте двери'],
    done: ({ earned, balance }) => [`+ ${earned}`, `На карте ${balance}. Можно выезжать.`],
    pointForms: { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
    refusals: {
      SIGNED_OUT: ['Вы вышли', 'Войдите и нажмите ещё раз: оплаты не было.'],
      MEMBER_NOT_ACTIVE: [
        'Баллы не начисляются',
        'Мойка приостановлена в программе. Спросите администратора.',
      ],
      CUSTOMER_CLOSED: ['Карта закрыта', 'Заведите новую карту у администратора мойки.'],
      NOT_FOUND: ['Карта не найдена', 'Войдите под другим именем.'],
      IDEMPOTENCY_KEY_MISMATCH: [
        'Этот талон уже использован',
        'Обновите страницу: для новой мойки нужен новый талон.',
      ],
      RECEIPT_ALREADY_USED: ['Эта мойка уже учтена', 'Баллы за неё на карте.'],
      other: ['Не получилось', 'Нажмите ещё раз: дважды не спишем и не начислим.'],
    },
  },
  en: {
    names: {
      Заречье: 'Zarechye',
      'Моторный двор': 'Motor Yard',
      Блеск: 'Blesk',
      Коленвал: 'Kolenval',
    },
    minutes: (n) => `${n} min`,
    signIn: 'Sign in',
    signOut: 'Sign out',
    customer: 'Who is here?',
    signInFirst: ['Sign in first', 'Then the points land on your card.'],
    washing: ['Washing…', 'Keep the doors closed'],
    done: ({ earned, balance }) => [`+ ${earned}`, `${balance} on your card. Off you go.`],
    pointForms: { one: 'point', other: 'points' },
    refusals: {
      SIGNED_OUT: ['You are signed out', 'Sign in and press again: nothing was paid.'],
      MEMBER_NOT_ACTIVE: ['No points today', 'The wash is suspended in the programme. Ask the attendant.'],
      CUSTOMER_CLOSED: ['The card is closed', 'Ask the attendant for a new card.'],
      NOT_FOUND: ['No such card', 'Sign in as somebody else.'],
      IDEMPOTENCY_KEY_MISMATCH: ['This ticket is used', 'Reload the page: a new wash needs a new ticket.'],
      RECEIPT_ALREADY_USED: ['This wash is recorded', 'Its points are on your card.'],
      other: ['That did not work', 'Press again: nothing is ever counted twice.'],
    },
  },
}
const { lang } = document.documentElement
const text = texts[lang]
const washForm = document.querySelector('#wash')
const display = washForm.querySelector('.display')
const button = washForm.querySelector('button')
const signInForm = document.querySelector('#sign-in')
// In their order on the page: the wallet, by which the others learn who is signed in, is the first.
const ofCustomer = document.querySelectorAll('artel-wallet, artel-claim, artel-refer')
const [wallet] = ofCustomer
const bay = document.querySelector('.scene')
let session = await call('GET', '/session')

showSession()
washForm.addEventListener('change', showProgramme)
washForm.addEventListener('submit', startWash)
signInForm.addEventListener('submit', changeSession)
showProgramme() // a browser may bring back the choice made before a reload

async function startWash(event) {
  event.preventDefault()
  button.disabled = true
  bay.dataset.stage = 'washing'
  bay.scrollIntoView({ behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  show(text.washing)
  const programme = new FormData(washForm).get('programme')
  // The ticket names this one wash: however often it is sent, it is one purchase.
  const [result] = await Promise.all([
    call('POST', '/washes', { programme, ticket: session.ticket }),
    brushesHavePassed(),
  ])
  bay.dataset.stage = result.code ? '' : 'clean'
  button.disabled = false
  if (result.code) return show(text.refusals[result.code] ?? text.refusals.other)
  session.ticket = result.ticket
  show(text.done({ earned: points(result.pointsEarned), balance: points(result.balanceAfter) }))
  for (const element of ofCustomer) element.retry()
}

async function changeSession(event) {
  event.preventDefault()
  const customer = new FormData(signInForm).get('customer')
  await (session.customer ? call('DELETE', '/session') : call('POST', '/session', { customer }))
  session = await call('GET', '/session')
  showSession()
  showProgramme()
  for (const element of ofCustomer) element.retry()
}

function showProgramme() {
  const chosen = washForm.querySelector('input:checked')
  button.disabled = !chosen || !session.customer
  bay.dataset.stage = ''
  if (!chosen) return
  bay.dataset.programme = chosen.value
  show([chosen.dataset.name, `${chosen.dataset.price} · ${text.minutes(chosen.dataset.minutes)}`])
  if (!session.customer) show(text.signInFirst)
}

function showSession() {
  const label = document.createElement('label')
  const submit = Object.assign(document.createElement('button'), {
    textContent: session.customer ? text.signOut : text.signIn,
  })
  if (session.customer) {
    label.textContent = nameOf(session.customer)
    signInForm.replaceChildren(label, submit)
  } else {
    const select = Object.assign(document.createElement('select'), { name: 'customer' })
    select.append(...session.customers.map((customer) => new Option(nameOf(customer), customer.id)))
    label.append(text.customer, select)
    signInForm.replaceChildren(label, submit)
  }
  wallet.names = session.customer && namesFor(session.customer)
  signInForm.hidden = !session.customer && session.customers.length === 0
}

/** A customer's name in the letters of the page, where the settings have it in both. */
function nameOf({ name, nameEn }) {
  return (lang === 'en' && nameEn) || name
}

/** How the names that the coalition tells are written on this page; undefined where it writes as the coalition does. */
function namesFor(customer) {
  return text.names && { ...text.names, [customer.name]: nameOf(customer) }
}

/** Says it on the terminal, and on the board above the car. */
function show([title, line]) {
  for (const place of [display, bay.querySelector('.sign')]) {
    place.querySelector('b').textContent = title
    place.querySelector('span').textContent = line
  }
}

function points(count) {
  const form = new Intl.PluralRules(lang).select(Number(count))
  return `${new Intl.NumberFormat(lang).format(BigInt(count))} ${text.pointForms[form]}`
}

/** Resolves when the brushes' animation has run, at once when the visitor wants no motion. */
async function brushesHavePassed() {
  const moving = [...document.querySelectorAll('.brush')].flatMap((brush) => brush.getAnimations())
  await Promise.allSettled(moving.map((animation) => animation.finished))
}

async function call(method, path, body) {
  try {
    const headers = body && { 'content-type': 'application/json' }
    const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) })
    return await answer.json()
  } catch {
    return { code: 'other' } // offline, or no answer: the same ticket may be sent again
  }
}
