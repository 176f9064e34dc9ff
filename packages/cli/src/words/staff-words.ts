interface StaffWords {
  /** Id, e-mail, name, role, member. */
  readonly columns: readonly string[]
  /** Instead of a name, while the invitation waits. */
  readonly invited: string
}

/** What `artel staff` says. */
export const STAFF_WORDS: Readonly<Record<'en' | 'ru', StaffWords>> = {
  en: { columns: ['id', 'e-mail', 'name', 'role', 'member'], invited: '(invited)' },
  ru: { columns: ['номер', 'почта', 'имя', 'роль', 'участник'], invited: '(приглашение)' },
}
