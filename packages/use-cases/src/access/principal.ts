import type { Points } from '@artel/ledger'
import type { Store } from '@artel/store'
import type { MessageSender } from '../messages/message-sender.ts'
import type { MemberStatus } from './member-status.ts'

/** Scopes of a member's API keys. A member's first key has them all. */
export const MEMBER_SCOPES = [
  'customers:write',
  'customers:read',
  'purchases:write',
  'holds:write',
  'wallet:read',
  'sessions:write',
  'member:write',
  'reports:read',
  'promotions:write',
  'adjustments:write',
  'adjustments:approve',
  'settlement:accept',
  'rules:read',
  'rules:write',
] as const
export type MemberScope = (typeof MEMBER_SCOPES)[number]

/** Scopes of a coalition administrator's keys. The first key has them all. */
export const ADMIN_SCOPES = [
  'members:write',
  'coalition:write',
  'coalition:read',
  'ops:write',
  'customers:write',
  'promotions:write',
  'adjustments:write',
  'adjustments:approve',
  'settlement:propose',
  'settlement:approve',
  'reports:read',
] as const
export type AdminScope = (typeof ADMIN_SCOPES)[number]

/** Scopes of a customer's token. `wallet:write` changes what is the customer's own: consents, a freeze, what it claims. */
export const CUSTOMER_SCOPES = ['wallet:read', 'hold:create', 'wallet:write'] as const
export type CustomerScope = (typeof CUSTOMER_SCOPES)[number]

/** Runs the deployment: may open coalitions and run due jobs. Proven by the key in the service's configuration. */
export interface OperatorPrincipal {
  readonly kind: 'operator'
}
/** Nobody in particular: may read what is public. */
export interface AnonymousPrincipal {
  readonly kind: 'anonymous'
}
/** The human being behind a caller. */
interface InPerson {
  /** For whom the key acts, or who is signed in; null or left out for a key that nobody in person made. */
  readonly personId?: string | null
  /** The session of who is signed in; left out for keys. */
  readonly sessionId?: string
  /** When the key ends by itself, and with it at the latest every key that it makes; null or left out: never. */
  readonly endsAt?: Date | null
  /**
   * Of a session that a password alone began, though a role of the person demands a second factor and there is none: it changes
   * nothing about the account and sees no other session, wherever it acts.
   */
  readonly byPasswordAlone?: boolean
  /** Of a session that a PIN began: its till. It serves customers there, and changes and sees nothing of the account. */
  readonly tillId?: string
}
/** Acts for a coalition, proven by an administrator's API key or by a session with a role of the coalition. */
export interface AdminPrincipal extends InPerson {
  readonly kind: 'admin'
  readonly coalitionId: string
  /** What is written down as who acted: the API key or, of a session, the person. */
  readonly keyId: string
  readonly scopes: ReadonlySet<string>
}
/** Acts for a member, proven by its server's API key or by a session with a role at the member. */
export interface MemberPrincipal extends InPerson {
  readonly kind: 'member'
  readonly coalitionId: string
  readonly memberId: string
  /** Where the member stands as it calls: what it may use and see goes by it. */
  readonly status: MemberStatus
  /** What is written down as who acted: the API key or, of a session, the person. */
  readonly keyId: string
  readonly scopes: ReadonlySet<string>
}
/** Somebody signed in who acts for nobody yet: the place is to be named, or the second factor to be given first. */
export interface PersonPrincipal extends Pick<InPerson, 'byPasswordAlone' | 'tillId'> {
  readonly kind: 'person'
  readonly personId: string
  readonly sessionId: string
  /** What stands between the person and its roles. */
  readonly lacks: SessionLack
}
/**
 * PLACE: which of several coalitions and members it is about. SECOND_FACTOR: the code of this sign-in. ENROLMENT: a second
 * factor at all, which the role demands. CLOSED: the member that it served has left the coalition. NOTHING: it has no role
 * any more.
 */
export type SessionLack = 'PLACE' | 'SECOND_FACTOR' | 'ENROLMENT' | 'CLOSED' | 'NOTHING'

/** A device that a member registered, before a cashier signs in there: it lists them and lets one of them in. */
export interface TillPrincipal {
  readonly kind: 'till'
  readonly coalitionId: string
  readonly memberId: string
  readonly tillId: string
}

/** A customer on a member's page or on the coalition's own, proven by a short token. */
export interface CustomerPrincipal {
  readonly kind: 'customer'
  readonly coalitionId: string
  /**
   * The member that issued the token; null for the coalition's own page, whose token nobody but the customer has: it shows all
   * that is the customer's, and acts at no member.
   */
  readonly memberId: string | null
  readonly customerId: string
  readonly scopes: ReadonlySet<string>
  /** Names the token: its cap counts what is held and captured under one name. */
  readonly tokenId: string
  /** Most points that are held and captured under the token's name; null = no cap of the token's own. */
  readonly maxPoints: Points | null
  /** The origin the token is bound to; null = any of the member's. */
  readonly origin: string | null
  /** What the page keeps to be known again by; null or left out = it sends nothing. */
  readonly deviceId?: string | null
}

/** Who is calling. Made by the doors from a proof, never from the request's own words. */
export type Principal =
  | OperatorPrincipal
  | AnonymousPrincipal
  | AdminPrincipal
  | MemberPrincipal
  | PersonPrincipal
  | TillPrincipal
  | CustomerPrincipal

/** Slows a caller who tries phones, cards and e-mails, one after another, to learn which are of customers. */
export interface LookUpWatch {
  /** Before a look-up. Rejects when too many may have been guesses. */
  admit(): Promise<void>
  /** After one that may have been a guess, and so many more that were asked for with it. */
  countGuess(more?: number): void
  /** After one that was none; absent where only guesses are counted. */
  noGuess?(): void
}

/** Slows a caller who tries earn codes until one is right. */
export type EarnCodeWatch = LookUpWatch

/** Where a call came in, as the audit log has it. */
export interface Origin {
  readonly door: 'API' | 'WORKER'
  /** Network of the caller's address, without its last part; null for the worker. */
  readonly network: string | null
  readonly requestId: string | null
}

/** What every verb is called with: where the books are, who asks, and how to reach people. */
export interface Context {
  readonly store: Store
  readonly principal: Principal
  /** Absent where the deployment sends no messages: verbs that need one refuse. */
  readonly sender?: MessageSender | undefined
  /** Absent where nobody is slowed: for the command line, and for what a caller's own books name. */
  readonly lookUps?: LookUpWatch | undefined
  /** Likewise of who tries earn codes. */
  readonly earnCodes?: EarnCodeWatch | undefined
  /** Absent on the command line. */
  readonly from?: Origin | undefined
  /** Hears of what went wrong beside a request that goes on without it; of no person. Absent where nobody listens. */
  readonly failed?: ((error: unknown, what: string) => void) | undefined
}
