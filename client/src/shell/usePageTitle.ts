import { toValue, watchEffect, type MaybeRefOrGetter } from 'vue'

/** Names the page in the tab and to a screen reader: `Budgetar – Andel`. */
export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  watchEffect(() => {
    const name = toValue(title)
    document.title = name ? `${name} – Andel` : 'Andel'
  })
}
