type Said = (...parts: readonly string[]) => string

/** What can be wrong with a field, as the verbs say it, and how that is said in Russian after the field's name. */
const PROBLEMS: readonly (readonly [RegExp, Said])[] = [
  [/^Must not be empty\./, () => 'не должно быть пустым'],
  [/^Must not have (?:control|NUL) characters\.$/, () => 'содержит управляющие символы'],
  [/^Must not begin or end with blanks\.$/, () => 'не должно начинаться или кончаться пробелом'],
  [/^Must have at most (\d+) characters\.$/, (max = '') => `длиннее ${max} символов`],
  [/^Must have 1 to (\d+) characters\.$/, (max = '') => `должно содержать от 1 до ${max} символов`],
  [/^Must have 1 to (\d+) bytes\.$/, (max = '') => `должно содержать от 1 до ${max} байт`],
  [/^Must have at most (\d+) days\.$/, (max = '') => `должно содержать не больше ${max} дней`],
  [/^Must have at most (\d+) references\.$/, (max = '') => `должно содержать не больше ${max} ссылок`],
  [/^Must be one of (.+)\.$/, (words = '') => `должно быть одним из: ${words}`],
  [
    /^Must be a whole number from (-?\d+) to (\d+)\.$/,
    (min = '', max = '') => `должно быть целым числом от ${min} до ${max}`,
  ],
  [
    /^Must be from (-?\d+) to (\d+): what the line moved\.$/,
    (min = '', max = '') => `должно быть от ${min} до ${max} - не больше суммы строки`,
  ],
  [/^Must be from (-?\d+) to (\d+)\.$/, (min = '', max = '') => `должно быть от ${min} до ${max}`],
  [/^Must be at most (\d+)\.$/, (max = '') => `должно быть не больше ${max}`],
  [/^Must be (?:above|more than) 0\.$/, () => 'должно быть больше 0'],
  [/^Must be 0 or more\.$/, () => 'не должно быть меньше 0'],
  [/^Must be 1 or more/, () => 'должно быть не меньше 1'],
  [/^Must be the number of a window, from 1\.$/, () => 'должно быть номером периода, начиная с 1'],
  [/^Must be a date such as (.+)\.$/, (example = '') => `должно быть датой, например ${example}`],
  [/^Must be a day of (\d+)\.$/, (year = '') => `должно быть днём ${year} года`],
  [/^Must be named once\.$/, () => 'названо дважды'],
  [/^Must leave a business day in every year\.$/, () => 'не оставляет в году ни одного рабочего дня'],
  [
    /^Must be left out for a member: VAT/,
    () => 'не указывается для участника: НДС входит в вознаграждение оператора',
  ],
  [/^Must name the member/, () => 'должно называть участника'],
]

/** A field's problem in Russian; as it was said where there is no word for it. */
export function problemInRussian(problem: string): string {
  for (const [pattern, say] of PROBLEMS) {
    const found = pattern.exec(problem)
    if (found) return say(...found.slice(1))
  }
  return problem.replace(/\.$/, '')
}
