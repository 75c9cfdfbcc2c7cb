import { Role } from '../person/role-enums.ts'
import type { Actor, Granted } from './actor.ts'

/** What an action is done to. What is left out is not known, and gives no right. */
export interface Resource {
  /** Own id of the joint service that it belongs to. */
  readonly jointService?: string | undefined
  /** Code of the municipality whose it is. */
  readonly municipality?: string | undefined
  /** Codes of the municipalities that a line has been opened to. */
  readonly openedTo?: readonly string[] | undefined
  /** Own id of the person whose it is. */
  readonly owner?: string | undefined
}

/** Whether a role that somebody has gives a right to a resource. */
type Test = (granted: Granted, resource: Resource) => boolean

/** Whom an action is for: everybody, everybody who is signed in or has a role, its owner, or those whom a test lets through. */
type Rule = 'everybody' | 'signed in' | 'granted' | 'owner' | Partial<Record<Role, Test>>

const inService: Test = ({ jointService }, resource) => jointService === resource.jointService
const ofMunicipality: Test = (granted, resource) =>
  inService(granted, resource) &&
  granted.municipality !== null &&
  granted.municipality === resource.municipality
const openedTo: Test = (granted, resource) =>
  inService(granted, resource) &&
  granted.municipality !== null &&
  resource.openedTo?.includes(granted.municipality) === true
const anywhere: Test = () => true

const { ADMIN, COORDINATOR, FINANCE_OFFICER, ANALYST } = Role

/** Everything that can be done, and by whom. What is not here is done by nobody. */
const rules = {
  /** What everybody must know to sign in. */
  'installation.read': 'everybody',
  /** What the API can do. */
  'schema.read': 'signed in',
  /** One's own account, sessions and tokens. */
  'account.read': 'owner',
  'account.edit': 'owner',
  /** Saved views. */
  'view.read': 'owner',
  'view.edit': 'owner',
  /** Municipalities and numbers of inhabitants, which are public. */
  'reference.read': 'granted',
  /** Name and description of a joint service. */
  'jointService.read': {
    [ADMIN]: anywhere,
    [COORDINATOR]: inService,
    [FINANCE_OFFICER]: inService,
    [ANALYST]: inService,
  },
  'jointService.create': { [ADMIN]: anywhere },
  'jointService.edit': { [ADMIN]: anywhere, [COORDINATOR]: inService },
  /** Everything with money in it: agreements, keys, budgets, lines, shares and their history. */
  'budget.read': { [COORDINATOR]: inService, [FINANCE_OFFICER]: inService, [ANALYST]: inService },
  'budget.edit': { [COORDINATOR]: inService },
  'agreement.edit': { [COORDINATOR]: inService },
  /** What the figures of a line are made of. */
  'line.edit': { [COORDINATOR]: inService, [FINANCE_OFFICER]: openedTo },
  /** The number of inhabitants of one's own municipality, whoever else counts with it. */
  'figure.edit': { [FINANCE_OFFICER]: ofMunicipality },
  /** A municipality's number of inhabitants, as far as one joint service is concerned. */
  'population.edit': { [COORDINATOR]: inService, [FINANCE_OFFICER]: ofMunicipality },
  /** Files and offices that figures come from. */
  'statistics.read': { [COORDINATOR]: inService, [FINANCE_OFFICER]: inService },
  /** A municipality's private remarks on a line. */
  'remark.read': { [FINANCE_OFFICER]: ofMunicipality, [ANALYST]: ofMunicipality },
  'remark.edit': { [FINANCE_OFFICER]: ofMunicipality },
  /** What is said about lines, which whoever reads the budget reads too. */
  'comment.edit': { [COORDINATOR]: inService, [FINANCE_OFFICER]: inService },
  'people.read': { [ADMIN]: anywhere },
  'people.edit': { [ADMIN]: anywhere },
  'audit.read': { [ADMIN]: anywhere },
  'metrics.read': { [ADMIN]: anywhere },
} satisfies Record<string, Rule>

export type Action = keyof typeof rules

/** Every action, for whoever must go through them all. */
export const actions = Object.keys(rules) as readonly Action[]

/** Whether somebody may do something to a resource. Default: no. */
export function can(actor: Actor, action: Action, resource: Resource = {}): boolean {
  if (actor.isProgram) return true
  if (!mayAtAll(actor, action)) return false
  const rule: Rule = rules[action]
  if (rule === 'owner') return actor.isSignedIn && resource.owner === actor.id
  if (typeof rule === 'string') return mayEver(actor, action)
  return actor.grants.some((granted) => rule[granted.role]?.(granted, resource) === true)
}

/** Whether there can be anything at all that somebody may do this to: what is known before anything has been read. */
export function mayEver(actor: Actor, action: Action): boolean {
  if (actor.isProgram) return true
  if (!mayAtAll(actor, action)) return false
  const rule: Rule = rules[action]
  if (rule === 'everybody') return true
  if (rule === 'signed in' || rule === 'owner') return actor.isSignedIn
  if (rule === 'granted') return actor.grants.length > 0
  return actor.grants.some(({ role }) => role in rule)
}

/** By what somebody acts: a token that only reads edits nothing, and no token tells of accounts or looks after them. */
function mayAtAll({ means }: Actor, action: Action): boolean {
  if (means === 'session') return true
  if (action.startsWith('account.')) return false
  return action.endsWith('.read') || (means === 'writing token' && !action.startsWith('people.'))
}

/** Own ids of the joint services where somebody may do something; `undefined`: in all of them. */
export function servicesWhere(actor: Actor, action: Action): string[] | undefined {
  if (actor.isProgram) return undefined
  const rule: Rule = rules[action]
  if (typeof rule === 'string' || !mayAtAll(actor, action)) return []
  const giving = actor.grants.filter(({ role }) => role in rule)
  if (giving.some(({ jointService }) => jointService === null)) return undefined
  return [...new Set(giving.map(({ jointService }) => jointService!))]
}
