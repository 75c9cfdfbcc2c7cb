import { useText } from '../text/useText.ts'

/** What figures and sentences of the sheet are written with, in the present language. */
export function useVoice() {
  const { t, counted, moment, date, percent, language } = useText()
  return {
    t,
    counted,
    moment,
    date,
    percent,
    get language() {
      return language.value
    },
  }
}

export type SheetVoice = ReturnType<typeof useVoice>
