import { unwrapResolverError } from '@apollo/server/errors'
import { Fault, type FaultDetails } from '@andel/schema/fault'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { actions } from '../access/can.ts'
import type { RequestContext } from '../context.ts'

/** Tells the audit log when somebody who is signed in was refused what is for others. */
export async function noteRefusal(
  { audit, actor }: Pick<RequestContext, 'audit' | 'actor'>,
  errors: readonly object[],
): Promise<void> {
  const refused = errors.map(causeOf).find((cause) => cause?.code === 'FORBIDDEN')
  if (!refused) return
  const action = actions.find((one) => one === refused.details['action'])
  await audit.refused(actor, { code: 'FORBIDDEN', ...(action && { action }) })
}

function causeOf(error: object): Fault | undefined {
  const { code, details } = (error as GraphQLFormattedError).extensions ?? {}
  if (code === 'FORBIDDEN') return new Fault(code, details as FaultDetails) // it has been told already
  const cause =
    error instanceof GraphQLError && error.originalError instanceof Fault
      ? error.originalError // also of a whole operation, which has no path
      : unwrapResolverError(error)
  return cause instanceof Fault ? cause : undefined
}
