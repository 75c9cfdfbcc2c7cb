import { createClient, fetchExchange } from '@urql/vue'
import { fetchPacked } from './pack-request.ts'
import { actingHeaders } from './session.ts'

/** The one GraphQL client. No cache: what is on screen is what the server last said. */
export const client = createClient({
  url: '/graphql',
  exchanges: [fetchExchange],
  fetch: fetchPacked,
  fetchOptions: () => ({ headers: actingHeaders() }),
  preferGetMethod: false,
  requestPolicy: 'network-only',
})
