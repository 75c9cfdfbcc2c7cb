import type { TextKey } from '../text/useText.ts'
import { useViewer } from './useViewer.ts'

/** Who did something, as a record tells of it. */
export interface Doer {
  /** Name of the person. */
  readonly by: string
  /** Global id of the person; null when it is none. */
  readonly byId?: string | null
}

const { viewer } = useViewer()

/** Whether it was whoever looks, in another tab or on another day. */
export function isOwn({ byId }: Doer): boolean {
  return byId != null && viewer.value?.id === byId
}

/** The name of who did something; `Du` when that is whoever looks. */
export function byWhom(doer: Doer, t: (key: TextKey) => string): string {
  return isOwn(doer) ? t('conflict.you') : doer.by
}
