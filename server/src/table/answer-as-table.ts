import type { Request, RequestHandler } from 'express'
import { noteRefusal } from '../execution/note-refusal.ts'
import { BadRequest } from '../http/bad-request.ts'
import type { Serving } from '../http/serve-graphql.ts'
import { type AskedTable, openTable } from './open-table.ts'
import { TableErrors } from './read-table.ts'
import { refuseTable } from './refusal.ts'
import { sendTable } from './send-table.ts'
import { acceptedFormat } from './table-format.ts'

/**
 * Answers a query as a table when `Accept` says so (CSV, XLSX or NDJSON); everything else goes on to the JSON way. The body
 * must have been read. Rules: docs/tables.md.
 */
export function answerAsTable(serving: Serving): RequestHandler {
  return async (request, response, next) => {
    response.vary('Accept')
    const format = acceptedFormat(request, request.query['excel'])
    if (!format) return next()
    response.set('Cache-Control', 'no-store')
    const actor = await serving.authentication.actorOf(request)
    try {
      const table = await openTable(serving, readQuestion(request), actor)
      await serving.audit.exported(actor, { kind: 'TABLE', format: format.extension })
      await sendTable(request, response, table, format)
    } catch (error) {
      if (error instanceof TableErrors) {
        await noteRefusal({ audit: serving.audit, actor }, error.errors)
      }
      refuseTable(error, request, response)
    }
  }
}

/** @throws {BadRequest} when there is no query, or not in the right form */
function readQuestion(request: Request): AskedTable {
  const asked = (request.method === 'POST' ? request.body : request.query) as unknown
  if (typeof asked !== 'object' || asked === null) throw new BadRequest(noQuery)
  const { query, operationName, variables } = asked as Readonly<Record<string, unknown>>
  if (typeof query !== 'string') throw new BadRequest(noQuery)
  if (operationName != null && typeof operationName !== 'string') throw new BadRequest(noQuery)
  return {
    source: query,
    operationName: operationName || undefined,
    variables: readVariables(variables),
  }
}

function readVariables(given: unknown): Readonly<Record<string, unknown>> {
  const variables = typeof given === 'string' && given !== '' ? parseJson(given) : given || {}
  if (typeof variables === 'object' && variables !== null && !Array.isArray(variables)) {
    return variables as Readonly<Record<string, unknown>>
  }
  throw new BadRequest(badVariables)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest(badVariables)
  }
}

const noQuery = {
  sv: 'Anropet saknar en fråga: query ska vara text.',
  en: 'The request has no query: query must be a text.',
}
const badVariables = {
  sv: 'Variablerna ska vara ett JSON-objekt.',
  en: 'The variables must be a JSON object.',
}
