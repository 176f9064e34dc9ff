import type { StaffRole } from '@artel/use-cases'

/** Everything that a start says, in one language. */
export interface DemoWords {
  readonly language: 'ru' | 'en'
  readonly database: string
  readonly migrating: string
  readonly seeding: string
  readonly serving: string
  readonly stopping: string
  readonly stopped: string
  purchases(count: number): string
  portsBusy(ports: string): string
  broken(line: string): string
  alreadyRuns(pid: number, addresses: string): string
  readonly page: PageWords
}

/** The headings and sentences of the page that a start ends with. */
export interface PageWords {
  readonly title: string
  readonly subtitle: string
  readonly open: string
  readonly graphiql: string
  readonly portal: string
  readonly till: string
  readonly customerPage: string
  readonly staff: string
  readonly roles: Readonly<Record<StaffRole, string>>
  readonly secondFactor: string
  readonly logins: string
  readonly firstSteps: string
  readonly steps: readonly string[]
  readonly keys: string
  readonly admin: string
  readonly accountant: string
  readonly operator: string
  readonly stop: string
  record(path: string): string
  customerCodes(folder: string): string
}

const en: DemoWords = {
  language: 'en',
  database: 'Starting PostgreSQL',
  migrating: 'Migrating',
  seeding: 'Playing a year of the town',
  serving: 'Starting the API and the three sites',
  stopping: 'Stopping',
  stopped: 'Everything is stopped. Start again with: npm start',
  purchases: (count) => `${count} purchases`,
  portsBusy: (ports) =>
    `Somebody else listens on port ${ports}. Stop it, or move the demo: PORT=5000 npm start`,
  alreadyRuns: (pid, addresses) =>
    `Artel runs already (process ${pid}): ${addresses}\nStop it first, or run a second one: ARTEL_DATA_DIR=.artel2 PORT=5000 npm start`,
  broken: (line) => `A part of the demo has ended by itself. ${line}`,
  page: {
    title: 'Artel is running: the coalition Zarechye',
    subtitle: 'three businesses, 600 customers, a year of purchases; points earned at one pay at the others',
    open: 'Open',
    graphiql: 'GraphiQL with a key filled in',
    portal: 'The portal, for those who run it',
    till: 'The till, for cashiers',
    customerPage: 'The page of customers, without a site',
    staff: 'Sign in to the portal as (e-mail, password)',
    roles: {
      COALITION_ADMIN: 'administrator',
      TREASURER: 'treasurer',
      AUDITOR: 'auditor',
      MEMBER_MANAGER: 'manager of Motor Yard',
      CASHIER: 'cashier of Motor Yard',
    },
    secondFactor: 'Codes of the second factor, for the first two:  npm run -s code',
    logins: 'Sign in on any of the sites as',
    firstSteps: 'Try first',
    steps: [
      'At Motor Yard sign in as Anna. Her points come from the car wash.',
      'Drop a car off and set points aside with the slider.',
      'In the workshop put the car on the lift, change the works done, finish: the final bill takes the points.',
      'Prove that the money between the members adds up:  npm run artel -- verify',
      "Settle last month as the director, with the accountant's key where a second person is asked for:\n       npm run artel -- settle --coalition zarechye --key ak_...",
    ],
    keys: 'Keys of this sandbox (Authorization: Bearer ...)',
    admin: 'director',
    accountant: 'accountant',
    operator: 'operator',
    stop: 'Stop with Ctrl-C. To begin anew, stop and delete the data directory.',
    record: (path) => `All of this is in ${path}`,
    customerCodes: (folder) =>
      `On the page of customers by the same phones; the code is in the newest file of ${folder}`,
  },
}

const russianPlural = new Intl.PluralRules('ru')
const purchaseForms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'покупка', few: 'покупки' }

const ru: DemoWords = {
  language: 'ru',
  database: 'Запускаем PostgreSQL',
  migrating: 'Готовим таблицы',
  seeding: 'Проживаем год городка',
  serving: 'Запускаем API и три сайта',
  stopping: 'Останавливаем',
  stopped: 'Всё остановлено. Запустить снова: npm start',
  purchases: (count) => `${count} ${purchaseForms[russianPlural.select(count)] ?? 'покупок'}`,
  portsBusy: (ports) =>
    `Порт ${ports} занят другой программой. Остановите её или сдвиньте демо: PORT=5000 npm start`,
  alreadyRuns: (pid, addresses) =>
    `Artel уже работает (процесс ${pid}): ${addresses}\nОстановите его или запустите второй: ARTEL_DATA_DIR=.artel2 PORT=5000 npm start`,
  broken: (line) => `Часть демо завершилась сама. ${line}`,
  page: {
    title: 'Artel работает: коалиция «Заречье»',
    subtitle: 'три бизнеса, 600 покупателей, год покупок; баллы одного принимают остальные',
    open: 'Откройте',
    graphiql: 'GraphiQL с готовым ключом',
    portal: 'Кабинет тех, кто всем этим управляет',
    till: 'Касса',
    customerPage: 'Страница покупателя, без сайта магазина',
    staff: 'Войдите в кабинет как (почта, пароль)',
    roles: {
      COALITION_ADMIN: 'администратор',
      TREASURER: 'казначей',
      AUDITOR: 'ревизор',
      MEMBER_MANAGER: 'управляющий «Моторного двора»',
      CASHIER: 'кассир «Моторного двора»',
    },
    secondFactor: 'Коды второго фактора для первых двух:  npm run -s code',
    logins: 'Войдите на любом сайте как',
    firstSteps: 'С чего начать',
    steps: [
      'В «Моторном дворе» войдите как Анна. Её баллы с автомойки.',
      'Сдайте машину и отложите баллы ползунком.',
      'В цехе поднимите машину, измените список работ, закройте заказ: баллы спишет итоговый счёт.',
      'Проверьте, что деньги между участниками сходятся:  npm run artel -- verify',
      'Закройте расчёты за месяц: директор предлагает план, бухгалтер утверждает своим ключом:\n       npm run artel -- settle --coalition zarechye --lang ru --key ak_...',
    ],
    keys: 'Ключи песочницы (Authorization: Bearer ...)',
    admin: 'директор',
    accountant: 'бухгалтер',
    operator: 'оператор',
    stop: 'Остановить: Ctrl-C. Начать заново: остановите и удалите папку данных.',
    record: (path) => `Всё это записано в ${path}`,
    customerCodes: (folder) =>
      `На странице покупателя — по тем же телефонам; код в самом новом файле папки ${folder}`,
  },
}

/** The words of a language. */
export const demoWords = { en, ru } as const
