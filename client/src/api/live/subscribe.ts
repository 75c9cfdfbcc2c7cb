import type { TypedDocumentString } from '@andel/schema/operations'
import type { Client } from 'graphql-ws'
import { readFailure, type Failure } from '../failure.ts'
import { comeBack, listen } from './line.ts'

interface Sink<Data> {
  next(data: Data): void
  /** The server has refused it: it does not come back. */
  ended(failure: Failure): void
}

/**
 * Hears what the server tells by a subscription, until the function that is returned is called. After a cut it begins anew by
 * itself, with what `variables` then gives.
 */
export function subscribe<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: () => Variables,
  { next, ended }: Sink<Data>,
): () => void {
  let stop: (() => void) | undefined
  let hasLeft = false

  const leave = listen({
    begin(client) {
      stop ??= begin(client)
    },
  })

  function begin(client: Client): () => void {
    const query = document.toString()
    return client.subscribe<Data>(
      { query, variables: variables() as Record<string, unknown> },
      {
        next({ data, errors }) {
          if (hasLeft) return
          if (errors?.[0]) refused(errors)
          else if (data) next(data)
        },
        error: (cause) => (isOfGraphql(cause) ? refused(cause) : cut()),
        complete: cut,
      },
    )
  }

  /** Begins anew, unless whoever listened has left: when the line is back, or after a while. */
  function cut(): void {
    stop = undefined
    if (!hasLeft) comeBack()
  }

  function refused(errors: Refusals): void {
    if (hasLeft) return
    end()
    ended(readFailure({ graphQLErrors: errors }))
  }

  function end(): void {
    hasLeft = true
    leave()
    stop?.()
  }

  return end
}

type Refusals = Parameters<typeof readFailure>[0]['graphQLErrors']

/** Anything else is an event of the socket. */
function isOfGraphql(cause: unknown): cause is Refusals {
  return Array.isArray(cause) && cause.length > 0
}
