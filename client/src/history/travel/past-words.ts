import type { PastMoment } from '../../budget/sheet/sheet.ts'
import type { TextKey } from '../../text/useText.ts'

interface Saying {
  t(key: TextKey): string
  moment(at: string): string
}

/** When a past state is from, and the number of its newest change, as sentences take them. */
export function pastWords({ at, sequence }: PastMoment, { t, moment }: Saying) {
  return { time: at === null ? t('history.past.first') : moment(at), number: sequence }
}
