import { computed } from 'vue'
import type { Failure } from '../api/index.ts'
import { failureSentence } from './failure-sentence.ts'
import { formatCount, formatDate, formatMoment, formatMoney, formatPercent } from './format.ts'
import { i18n, type Sentences } from './i18n.ts'
import type { Language } from './language.ts'

type KeyOf<Tree, Prefix extends string = ''> = {
  [Name in keyof Tree & string]: Tree[Name] extends string
    ? `${Prefix}${Name}`
    : KeyOf<Tree[Name], `${Prefix}${Name}.`>
}[keyof Tree & string]

/** The name of a sentence, such as `common.retry`; a name that does not exist does not compile. */
export type TextKey = KeyOf<Sentences>
export type TextValues = Readonly<Record<string, string | number>>

const { locale, t: translate } = i18n.global

/** A sentence in the present language; reactive inside templates and computed values. */
function t(key: TextKey, values: TextValues = {}): string {
  return translate(key, values)
}

/** A sentence with a number, `{n}`, whose forms for one and for several are parted by `|`. */
function counted(key: TextKey, n: number, values: TextValues = {}): string {
  return translate(key, { n: formatCount(n, locale.value), ...values }, { plural: n })
}

/** Sentences and figures in the present language. All that a component needs from `text/`. */
export function useText() {
  return {
    t,
    counted,
    language: computed<Language>(() => locale.value),
    failureText: (failure: Failure) => failureSentence(failure, t),
    /** Whole numbers: `124 919`. */
    count: (n: number) => formatCount(n, locale.value),
    /** API money, `"12600.00"`: `12 600`; öre are written only when there are any. */
    money: (amount: string) => formatMoney(amount, locale.value),
    /** API per cent, `"4.2"`: `4,2 %`; with as many decimals as it came with unless told. */
    percent: (percent: string, decimals?: number) => formatPercent(percent, locale.value, decimals),
    /** ISO date: `3 juni 2022`. */
    date: (on: string) => formatDate(on, locale.value),
    /** ISO time: `3 juni 2022 kl. 14:05`, in local time. */
    moment: (at: string) => formatMoment(at, locale.value),
  }
}
