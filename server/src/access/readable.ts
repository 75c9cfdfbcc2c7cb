import type { Actor } from './actor.ts'
import { servicesWhere } from './can.ts'

/**
 * The filter on reading: a condition that lets through what belongs to joint services whose budgets somebody may read.
 *
 * @param path - from what is read to the joint service, e.g. `budget`, `jointService`
 */
export function readable(actor: Actor, ...path: string[]): object {
  return within(servicesWhere(actor, 'budget.read'), path)
}

/** The same for the joint services themselves, whose names an administrator reads too. */
export function readableServices(actor: Actor): object {
  return within(servicesWhere(actor, 'jointService.read'), ['id'])
}

function within(services: string[] | undefined, path: readonly string[]): object {
  if (services === undefined) return {}
  return path.reduceRight<object>((condition, name) => ({ [name]: condition }), { $in: services })
}
