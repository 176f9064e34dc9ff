import type { Place } from '../place/use-place.ts'

/** A screen that the navigation leads to. */
export interface NavigationItem {
  readonly to:
    | '/$place'
    | '/$place/till'
    | '/$place/sales'
    | '/$place/statements'
    | '/$place/windows'
    | '/$place/payments'
    | '/$place/proof'
    | '/$place/members'
    | '/$place/customers'
    | '/$place/rules'
    | '/$place/figures'
    | '/$place/connect'
    | '/$place/approvals'
    | '/$place/receipts'
    | '/$place/exports'
  readonly words:
    | 'home'
    | 'till'
    | 'sales'
    | 'statements'
    | 'customers'
    | 'members'
    | 'windows'
    | 'payments'
    | 'proof'
    | 'rules'
    | 'figures'
    | 'connect'
    | 'approvals'
    | 'receipts'
    | 'exports'
  /** Who sees it: any of these roles. */
  readonly roles: readonly string[]
}

const OF_MEMBERS: readonly NavigationItem[] = [
  { to: '/$place', words: 'home', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/till', words: 'till', roles: ['MEMBER_MANAGER', 'CASHIER'] },
  { to: '/$place/approvals', words: 'approvals', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/sales', words: 'sales', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/receipts', words: 'receipts', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/statements', words: 'statements', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/rules', words: 'rules', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/figures', words: 'figures', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/connect', words: 'connect', roles: ['MEMBER_MANAGER'] },
  { to: '/$place/exports', words: 'exports', roles: ['MEMBER_MANAGER'] },
]

const OF_COALITIONS: readonly NavigationItem[] = [
  { to: '/$place', words: 'home', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/approvals', words: 'approvals', roles: ['COALITION_ADMIN', 'TREASURER'] },
  { to: '/$place/sales', words: 'sales', roles: ['COALITION_ADMIN', 'AUDITOR'] },
  { to: '/$place/members', words: 'members', roles: ['COALITION_ADMIN', 'AUDITOR'] },
  { to: '/$place/customers', words: 'customers', roles: ['COALITION_ADMIN', 'AUDITOR'] },
  { to: '/$place/rules', words: 'rules', roles: ['COALITION_ADMIN', 'AUDITOR'] },
  { to: '/$place/figures', words: 'figures', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/windows', words: 'windows', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/statements', words: 'statements', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/payments', words: 'payments', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/proof', words: 'proof', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
  { to: '/$place/connect', words: 'connect', roles: ['COALITION_ADMIN'] },
  { to: '/$place/exports', words: 'exports', roles: ['COALITION_ADMIN', 'TREASURER', 'AUDITOR'] },
]

/** What the roles at a place lead to, in the order of the menu. A screen that is added gets its line here. */
export function navigationOf({ kind, roles }: Pick<Place, 'kind' | 'roles'>): readonly NavigationItem[] {
  const items = kind === 'member' ? OF_MEMBERS : OF_COALITIONS
  return items.filter((item) => item.roles.some((role) => roles.includes(role)))
}
