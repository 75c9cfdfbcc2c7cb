import type { Provider } from './provider.ts'
import type { Transactions } from './transactions.ts'

/** What signing in at a provider works with, for as long as the server runs. */
export interface OidcMeans {
  readonly provider: Provider
  readonly transactions: Transactions
  /** Where the provider sends people back to. */
  readonly callback: URL
}
