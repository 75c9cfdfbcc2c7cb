import type { Action } from '../access/can.ts'
import type { LogLevel } from '../config.ts'
import type { Role } from '../person/role-enums.ts'
import type { SignInWay } from '../sign-in/session.entity.ts'
import type { Network } from './network.ts'

/**
 * What else an entry may say: numbers, yes and no, and words from lists. What people have typed has no place here, so no name,
 * e-mail or secret can get in.
 */
export interface AuditDetails {
  /** How somebody signed in. */
  readonly way?: SignInWay
  /** Why not. */
  readonly reason?: AuditReason
  /** Where a request came from, cut off so far that it is no person's. */
  readonly network?: Network | null
  readonly role?: Role
  /** Global id. */
  readonly jointService?: string | null
  /** Municipality code. */
  readonly municipality?: string | null
  /** What was changed of a person: "name", "email" or both. */
  readonly fields?: 'name' | 'email' | 'name, email' | 'description' | 'name, description'
  /** How many sessions, tokens, invitations and grants ended with it. */
  readonly sessions?: number
  readonly tokens?: number
  readonly invitations?: number
  readonly grants?: number
  /** Of a token: whether it may change anything, and for how many days it lasts. */
  readonly writes?: boolean
  readonly days?: number
  /** What an export was: kind and format. */
  readonly kind?: 'TABLE' | 'VIEW' | 'WORKBOOK'
  readonly format?: 'csv' | 'xlsx' | 'ndjson' | 'json'
  /** By what means: a session, or a token. */
  readonly means?: 'session' | 'writing token' | 'reading token' | 'view'
  /** What was refused, and how often since the last entry of the same. */
  readonly action?: Action
  readonly code?: 'FORBIDDEN' | 'TOO_MANY'
  readonly unrecorded?: number
  /** Settings that the server was started with. */
  readonly demo?: boolean
  readonly loopback?: boolean
  readonly port?: number
  readonly database?: 'SQLITE' | 'POSTGRESQL'
  readonly publicUrl?: boolean
  readonly oidc?: boolean
  readonly trustedProxies?: number
  readonly statisticsHosts?: number | null
  readonly logLevel?: LogLevel | null
  /** Of a backup. */
  readonly bytes?: number
}

/** Why something did not succeed. */
export type AuditReason =
  | 'UNKNOWN_ACCOUNT'
  | 'WRONG_PASSWORD'
  | 'WRONG_CODE'
  | 'SUSPENDED'
  | 'EXPIRED'
  | 'THROTTLED'
  | 'WEAK_PASSWORD'
  | 'PROVIDER_REFUSED'
  | 'BAD_ANSWER'
  | 'ALREADY_SET_UP'
