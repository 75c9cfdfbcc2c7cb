import { Fault, type FaultCode } from '@andel/schema/fault'
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Lexer,
  Source,
  TokenKind,
  parse,
  validate,
} from 'graphql'
import { limitDocument, within } from './document-limits.ts'
import { faultOfText } from './limit-variables.ts'

/** More would not help whoever wrote it, and each may be a search for what was meant. */
const maxErrors = 20

/** How a document is read. */
export interface Reading {
  /** Whether names that were perhaps meant are told: they show the contract, so they are for those who may read it. */
  readonly suggestions?: boolean
  /** Whether Andel itself made it, of one within the limits. */
  readonly isOurs?: boolean
}

/**
 * A document within the limits that fits the contract. What is dear is done last: characters and tokens are counted before
 * anything is parsed, and what the document comes to before GraphQL validates it, which may take the square of it.
 *
 * @throws {GraphQLError[]} what is wrong, with a code; `originalError` is the Fault `DOCUMENT_LIMIT` when it is too large
 */
export function readDocument(
  schema: GraphQLSchema,
  source: string,
  { suggestions = false, isOurs = false }: Reading,
): DocumentNode {
  const document = told('GRAPHQL_PARSE_FAILED', () => {
    within('characters', source.length)
    limitTokens(source)
    return parse(source)
  })
  if (!isOurs) told('GRAPHQL_VALIDATION_FAILED', () => limitDocument(document))
  const errors = validate(schema, document, undefined, {
    maxErrors,
    hideSuggestions: !suggestions,
  })
  if (errors.length > 0) {
    if (!suggestions) errors.forEach(dropSuggestion)
    throw errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'))
  }
  return document
}

/**
 * Also what nests so deep that reading it by recursion would end in a stack overflow.
 *
 * @throws {Fault} `DOCUMENT_LIMIT`; `BAD_INPUT` for a text that databases do not hold
 * @throws {GraphQLError} what is no token
 */
function limitTokens(source: string): void {
  const lexer = new Lexer(new Source(source))
  let nesting = 0
  for (let tokens = 1; lexer.advance().kind !== TokenKind.EOF; tokens++) {
    within('tokens', tokens)
    const fault = faultOfText(lexer.token.value ?? '')
    if (fault) throw fault
    if (opening.has(lexer.token.kind)) within('nesting', ++nesting)
    else if (closing.has(lexer.token.kind)) nesting--
  }
}

const opening = new Set<TokenKind>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L])
const closing = new Set<TokenKind>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R])

/** What is thrown, as errors of GraphQL with a code. */
function told<T>(code: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof GraphQLError) throw [withCode(error, code)]
    if (error instanceof Fault) throw [asGraphqlError(error)]
    throw error
  }
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code
  return error
}

/** Not every rule heeds `hideSuggestions`. */
function dropSuggestion(error: GraphQLError): void {
  error.message = error.message.replace(/ Did you mean .*$/s, '')
}

/** A refusal of a whole operation: HTTP says so too. */
export const asGraphqlError = (fault: Fault): GraphQLError =>
  new GraphQLError(fault.message, {
    originalError: fault,
    extensions: { http: { status: statuses[fault.code] ?? 400 } },
  })

const statuses: { readonly [code in FaultCode]?: number } = { UNAUTHENTICATED: 401, FORBIDDEN: 403 }
