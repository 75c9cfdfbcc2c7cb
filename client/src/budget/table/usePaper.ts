import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'

/**
 * What is true of a page when it is printed: when its facts were read and when it is printed, in ISO form. The
 * foot of every sheet of paper says the same.
 *
 * @param facts - read anew whenever they are other ones
 * @param foot - what stands at the foot, for a time of printing
 */
export function usePaper(facts: () => unknown, foot: (printedAt: string) => string) {
  const now = (): string => new Date().toISOString()
  const readAt = shallowRef(now())
  const printedAt = shallowRef(now())
  const { style } = document.documentElement

  function writeFoot(): void {
    printedAt.value = now()
    style.setProperty('--page-foot', JSON.stringify(foot(printedAt.value)))
  }

  watch(facts, () => (readAt.value = now()))
  onMounted(() => {
    writeFoot()
    addEventListener('beforeprint', writeFoot)
  })
  onBeforeUnmount(() => {
    removeEventListener('beforeprint', writeFoot)
    style.removeProperty('--page-foot')
  })
  return { readAt, printedAt }
}
