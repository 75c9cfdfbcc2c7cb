import { type Server, createServer } from 'node:http'

/** How long a request may take to come, in milliseconds; how long its answer takes is another matter. */
export interface Patience {
  /** Until its headers are there. */
  readonly headers: number
  /** Until all of it is there: 10 MiB in two minutes is 0.7 Mbit/s. */
  readonly request: number
  /** Between two looks at what has not come. */
  readonly look: number
}

const usual: Patience = { headers: 15_000, request: 120_000, look: 5_000 }

/** An HTTP server that nobody holds by sending slowly: such requests are answered with 408, and their connections closed. */
export function createHttpServer({ headers, request, look }: Patience = usual): Server {
  return createServer({
    headersTimeout: headers,
    requestTimeout: request,
    connectionsCheckingInterval: look,
  })
}
