import type { View } from './view.ts'

/** What is being done with a view, in a dialog of its own. */
export interface ViewTask {
  readonly kind: 'rename' | 'renew' | 'revoke' | 'remove' | 'copyAs' | 'preview'
  readonly view: View
}
