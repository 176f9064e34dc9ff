/** Keeps the country and the last two digits of a phone; null for none. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null
  return `${phone.slice(0, 2)}${'*'.repeat(Math.max(phone.length - 4, 0))}${phone.slice(-2)}`
}

/** Keeps the first letter and the domain of an e-mail address; null for none. */
export function maskedEmail(email: string | null): string | null {
  if (email === null) return null
  const at = email.lastIndexOf('@')
  return at < 1 ? '***' : `${email.slice(0, 1)}***${email.slice(at)}`
}
