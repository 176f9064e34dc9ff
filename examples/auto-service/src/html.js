const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text) => String(text).replace(/[&<>"']/g, (character) => escapes[character])

/**
 * A template tag whose every value is escaped, so that a customer's name can never become markup. Values made by
 * the tag itself, and lists of them, are taken as they are; null, undefined and false print nothing.
 */
export function html(strings, ...values) {
  const markup = strings.reduce((text, part, index) => text + print(values[index - 1]) + part)
  return { markup }
}

function print(value) {
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(print).join('')
  if (typeof value === 'object' && typeof value.markup === 'string') return value.markup
  return escaped(value)
}
