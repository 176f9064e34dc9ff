const texts = {
  en: {
    intro: 'Try the elements on sample data: nothing is sent. Then copy the snippet to your page.',
    element: 'Element',
    all: 'All of them',
    language: 'Language',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the page',
    state: 'State',
    stateReady: 'With points',
    accent: 'Accent',
    radius: 'Corners',
    width: 'Width',
    amount: 'Bill, ₽',
    reset: 'Reset',
    snippet: 'Snippet',
    copy: 'Copy',
    copied: 'Copied',
    events: 'Events',
    clear: 'Clear',
  },
  ru: {
    intro:
      'Попробуйте элементы на примере данных: ничего никуда не отправляется. Затем скопируйте код на свою страницу.',
    element: 'Элемент',
    all: 'Все',
    language: 'Язык',
    theme: 'Тема',
    light: 'Светлая',
    dark: 'Тёмная',
    auto: 'Как на странице',
    state: 'Состояние',
    stateReady: 'С баллами',
    accent: 'Акцент',
    radius: 'Углы',
    width: 'Ширина',
    amount: 'Сумма, ₽',
    reset: 'Сбросить',
    snippet: 'Код',
    copy: 'Копировать',
    copied: 'Скопировано',
    events: 'События',
    clear: 'Очистить',
  },
}
const events = [
  ...['artel:state', 'artel:balance', 'artel:points-change', 'artel:hold'],
  ...['artel:claim', 'artel:error'],
]
const tags = [
  ...['artel-wallet', 'artel-checkout', 'artel-earn-badge'],
  ...['artel-offers', 'artel-partners', 'artel-refer', 'artel-claim'],
]
/** Elements that show nothing without a signed-in customer, and take nothing but the customer's token. */
const ofCustomer = ['artel-wallet', 'artel-refer', 'artel-claim']

const byId = (id) => document.getElementById(id)
const form = byId('controls')
const sheet = new CSSStyleSheet()
document.adoptedStyleSheets.push(sheet)

/** What the form says now. */
const settings = () => Object.fromEntries(new FormData(form))

/** Attributes of an element as a real page would have them, without the sample data. */
function attributesOf(tag, { amount }) {
  const minor = String(Math.max(1, Math.round(Number(amount) * 100)) || 500000)
  if (ofCustomer.includes(tag)) return { 'token-endpoint': '/artel-token' }
  if (tag === 'artel-checkout')
    return { 'token-endpoint': '/artel-token', amount: minor, 'order-ref': 'order-1042' }
  if (tag === 'artel-earn-badge') return { member: 'mbr_YOUR_ID', amount: minor }
  return { member: 'mbr_YOUR_ID' }
}

function show() {
  const now = settings()
  const chosen = now.element === 'all' ? [tags[2], tags[0], tags[1], ...tags.slice(3)] : [now.element]
  document.documentElement.lang = now.locale
  for (const node of document.querySelectorAll('[data-text]'))
    node.textContent = texts[now.locale][node.dataset.text]
  byId('stage').className = now.theme
  sheet.replaceSync(
    `#frame { width: ${Number(now.width)}px; --artel-accent: ${now.accent}; --artel-radius: ${Number(now.radius)}px }`,
  )
  const elements = chosen.map((tag) => {
    const element = document.createElement(tag)
    const attributes = { ...attributesOf(tag, now), demo: now.state, theme: now.theme }
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  })
  byId('frame').replaceChildren(...elements)
  byId('snippet').textContent = snippetOf(chosen, now)
}

function snippetOf(chosen, now) {
  const script = new URL('./artel.js', location.href).href
  const lines = chosen.map((tag) => {
    const attributes = {
      ...attributesOf(tag, now),
      locale: now.locale,
      ...(now.theme === 'auto' ? {} : { theme: now.theme }),
    }
    const text = Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value}"`)
      .join('')
    return `<${tag}${text}></${tag}>`
  })
  const style = `${chosen.join(', ')} { --artel-accent: ${now.accent}; --artel-radius: ${now.radius}px }`
  return [
    `<script type="module" src="${script}"></script>`,
    ...lines,
    '',
    '/* your stylesheet */',
    style,
  ].join('\n')
}

form.addEventListener('input', show)
form.addEventListener('submit', (event) => event.preventDefault())
form.addEventListener('reset', () => setTimeout(show))
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('snippet').textContent)
  byId('copy').textContent = texts[settings().locale].copied
})
byId('clear').addEventListener('click', () => byId('events').replaceChildren())
for (const name of events) {
  document.addEventListener(name, ({ detail, target }) => {
    const line = document.createElement('li')
    line.textContent = `${target.localName}  ${name}  ${JSON.stringify(detail)}`
    byId('events').prepend(line)
    for (const old of [...byId('events').children].slice(8)) old.remove()
  })
}
if (navigator.language.startsWith('ru')) form.elements.locale.value = 'ru'
show()
