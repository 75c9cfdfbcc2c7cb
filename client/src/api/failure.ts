import { Fault, faultCodes, type FaultCode, type FaultDetails } from '@andel/schema/fault'

/** Nothing answered: no network, the server is down, or a proxy says so. */
export class Offline extends Error {
  override readonly name = 'Offline'
}

/** The server failed in a way it does not tell about; `incident` finds it in the log. */
export class Incident extends Error {
  override readonly name = 'Incident'

  constructor(readonly incident: string | undefined) {
    super(incident)
  }
}

/** Every way in which a request can fail. */
export type Failure = Offline | Fault | Incident

interface GraphqlRefusal {
  readonly extensions?: Readonly<Record<string, unknown>> | undefined
}

interface RequestError {
  readonly graphQLErrors: readonly GraphqlRefusal[]
}

/** Said of a request that the server does not even begin with: it would be refused again and again. */
const misformed = [
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
]

/** What an urql error means here. Only a code of the closed list, or a request that makes no sense, becomes a `Fault`. */
export function readFailure(error: RequestError): Failure {
  const refusal = error.graphQLErrors[0]
  if (!refusal) return new Offline()
  const { code, incident, details } = refusal.extensions ?? {}
  if (isFaultCode(code)) return new Fault(code, isDetails(details) ? details : {})
  if (typeof code === 'string' && misformed.includes(code)) return new Fault('BAD_INPUT')
  return new Incident(typeof incident === 'string' ? incident : undefined)
}

function isFaultCode(code: unknown): code is FaultCode {
  return (faultCodes as readonly unknown[]).includes(code)
}

function isDetails(details: unknown): details is FaultDetails {
  return typeof details === 'object' && details !== null && !Array.isArray(details)
}
