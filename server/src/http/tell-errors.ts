import { faultSentences } from '@andel/schema/fault-sentences'
import type { GraphQLFormattedError } from 'graphql'
import type { Sentence } from './sentence.ts'

export interface GraphqlErrors {
  readonly errors: readonly GraphQLFormattedError[]
}

/** What GraphQL cannot even begin with, though the request is one. */
const requestErrors = new Set<unknown>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'COST_LIMIT',
])

/** Whether the request was well-formed, and only what it asks for makes no sense. */
export const isRequestError = ({ errors }: GraphqlErrors): boolean =>
  errors.every(({ extensions }) => requestErrors.has(extensions?.['code']))

/** The same answer, with the errors that have sentences in both languages in that one. What is wrong with a query's text, GraphQL tells in English. */
export function tellErrors<T extends GraphqlErrors>(answer: T, language: keyof Sentence): T {
  return { ...answer, errors: answer.errors.map((error) => tell(error, language)) }
}

function tell(error: GraphQLFormattedError, language: keyof Sentence): GraphQLFormattedError {
  const { code, incident } = error.extensions ?? {}
  if (typeof code === 'string' && Object.hasOwn(faultSentences.sv, code)) {
    return { ...error, message: faultSentences[language][code as keyof typeof faultSentences.sv] }
  }
  if (code === 'BAD_REQUEST') {
    const sentence = refusals.find(({ when }) => when.test(error.message))
    return sentence ? { ...error, message: sentence[language] } : error
  }
  if (code === 'INTERNAL_SERVER_ERROR' && language === 'en') {
    const message = `Something went wrong on our side. Quote ${String(incident)} if you contact us.`
    return { ...error, message }
  }
  return error
}

/** By what Apollo Server says of a request that is no GraphQL over HTTP. */
const refusals: readonly (Sentence & { readonly when: RegExp })[] = [
  {
    when: /^GET requests only support query/,
    sv: 'Med GET kan man bara läsa. Sänd ändringar med POST.',
    en: 'GET can only read. Send mutations with POST.',
  },
  {
    when: /supports only GET\/POST/,
    sv: 'Sänd anropet med GET eller POST.',
    en: 'Send the request with GET or POST.',
  },
  {
    when: /^GET requests may not have a content-type/,
    sv: 'Ett anrop med GET har ingen annan Content-Type än application/json.',
    en: 'A GET request has no Content-Type but application/json.',
  },
  {
    when: /'accept' header/,
    sv: 'Svaret kan ges som application/graphql-response+json eller application/json, och som tabell: text/csv, application/x-ndjson eller Excels XLSX.',
    en: 'The answer can be given as application/graphql-response+json or application/json, and as a table: text/csv, application/x-ndjson or XLSX.',
  },
  {
    when: /batching/,
    sv: 'Sänd ett anrop i taget; en fråga kan ha många fält.',
    en: 'Send one request at a time; a query can have many fields.',
  },
  {
    when: /^POST body missing|non-empty `query`|must be strings/,
    sv: 'Anropet saknar `query`, en text i GraphQL.',
    en: 'The request lacks `query`, a text in GraphQL.',
  },
  {
    when: /may only be specified once/,
    sv: 'Samma parameter står två gånger i adressen.',
    en: 'The same parameter stands twice in the address.',
  },
  {
    when: /`?variables/,
    sv: '`variables` ska vara ett objekt.',
    en: '`variables` must be an object.',
  },
  {
    when: /`?extensions/,
    sv: '`extensions` ska vara ett objekt.',
    en: '`extensions` must be an object.',
  },
  {
    when: /`?operationName/,
    sv: '`operationName` ska vara en text.',
    en: '`operationName` must be a text.',
  },
]
