import type { Request, Response } from 'express'
import { Fault } from '@andel/schema/fault'
import { faultSentences } from '@andel/schema/fault-sentences'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { reportError } from '../execution/report-error.ts'
import { BadRequest } from '../http/bad-request.ts'
import { languageOf } from '../http/sentence.ts'
import { TableErrors } from './read-table.ts'
import { TableFault } from './table-fault.ts'

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CHANGED_MEANWHILE: 409,
  INTERNAL_SERVER_ERROR: 500,
}

/** Tells why there is no table, in the shape of GraphQL's errors. Nothing may have been sent. */
export function refuseTable(error: unknown, request: Request, response: Response): void {
  if (error instanceof BadRequest) throw error
  const errors = tableErrors(error, languageOf(request))
  const status = statuses[String(errors[0]?.extensions?.['code'])] ?? 400
  response.status(status).set('Cache-Control', 'no-store').json({ errors })
}

/** What went wrong with a table, as GraphQL errors; what is not for others is masked. */
export function tableErrors(
  error: unknown,
  language: 'sv' | 'en',
): readonly GraphQLFormattedError[] {
  if (error instanceof TableErrors) return error.errors
  if (error instanceof Fault) {
    const { code, details } = error
    const message =
      error instanceof TableFault ? error.sentence[language] : faultSentences[language][code]
    return [{ message, extensions: { code, details } }]
  }
  if (Array.isArray(error)) return error.flatMap((one) => requestErrors(one, language))
  return [reportError({ message: '' }, error)]
}

/** A mistake in the text or the variables. */
function requestErrors(error: unknown, language: 'sv' | 'en'): readonly GraphQLFormattedError[] {
  if (!(error instanceof GraphQLError)) return [reportError({ message: '' }, error)]
  if (error.originalError instanceof Fault) return tableErrors(error.originalError, language)
  const code = error.message.startsWith('Syntax Error')
    ? 'GRAPHQL_PARSE_FAILED'
    : error.message.startsWith('Variable "')
      ? 'BAD_USER_INPUT'
      : 'GRAPHQL_VALIDATION_FAILED'
  const formatted = error.toJSON()
  return [{ ...formatted, extensions: { code } }]
}
