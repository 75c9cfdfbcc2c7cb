import { faultSentences } from '@andel/schema/fault-sentences'
import { randomUUID } from 'node:crypto'
import { unwrapResolverError } from '@apollo/server/errors'
import { UniqueConstraintViolationException } from '@mikro-orm/core'
import { Fault } from '@andel/schema/fault'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { log } from '../operation/log.ts'
import { meters } from '../operation/meters.ts'

/**
 * The one way errors leave: a refused action with its code and a sentence, a mistake in the request as
 * GraphQL tells it, and anything else masked under an incident id that stands in the log.
 */
export function reportError(
  formatted: GraphQLFormattedError,
  error: unknown,
): GraphQLFormattedError {
  const thrown =
    error instanceof GraphQLError && error.originalError instanceof Fault
      ? error.originalError // also of a whole operation, which has no path
      : unwrapResolverError(error)
  // two have looked for it at the same time, and neither found it
  const cause =
    thrown instanceof UniqueConstraintViolationException ? new Fault('ALREADY_EXISTS') : thrown
  if (cause instanceof Fault) {
    const { code, details } = cause
    meters.refused.inc({ code })
    return {
      ...formatted,
      message: faultSentences.sv[code],
      extensions: { code, details },
    }
  }
  // Syntax, validation and variables: nothing but GraphQL itself throws these, and they tell of the request.
  if (cause instanceof GraphQLError && cause.extensions['code'] !== 'INTERNAL_SERVER_ERROR') {
    const code = cause.extensions['code'] ?? 'BAD_USER_INPUT'
    return { ...formatted, extensions: { code } }
  }
  const incident = randomUUID()
  meters.incidents.inc()
  log.error({ incident, err: cause }, 'incident')
  return {
    message: `Något gick fel hos oss. Ange ${incident} om du hör av dig.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR', incident },
    ...(formatted.path && { path: formatted.path }),
  }
}
