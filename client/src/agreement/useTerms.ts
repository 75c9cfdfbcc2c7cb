import { useText } from '../text/useText.ts'
import { durationInWords } from './duration-in-words.ts'

/** The terms of an agreement in words. */
export function useTerms() {
  const { t, counted, date } = useText()
  return {
    /** `1 januari 2022 – tills vidare` */
    period: (from: string, to: string | null) =>
      to === null
        ? t('agreement.since', { from: date(from) })
        : t('agreement.period', { from: date(from), to: date(to) }),
    /** `ett år` */
    duration: (iso: string) => durationInWords(iso, counted, t),
  }
}
