import type { en } from './en.ts'
import type { enCoalition } from './en-coalition.ts'
import type { enConnect } from './en-connect.ts'
import type { enDesk } from './en-desk.ts'
import type { enHome } from './en-home.ts'
import type { enLock } from './en-lock.ts'
import type { enPeople } from './en-people.ts'
import type { enSales } from './en-sales.ts'
import type { enWork } from './en-work.ts'

type Loaded = typeof enDesk &
  typeof enCoalition &
  typeof enPeople &
  typeof enConnect &
  typeof enWork &
  typeof enHome &
  typeof enSales

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof en & Loaded & { readonly lock: typeof enLock } }
  }
}
