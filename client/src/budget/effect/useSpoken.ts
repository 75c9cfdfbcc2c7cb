import { computed, onScopeDispose, shallowRef, type WritableComputedRef } from 'vue'

/**
 * What a live region says. What is set within one task is said as one sentence after the other: setting it
 * again before it was heard takes nothing away. The same words twice are said twice.
 */
export function useSpoken(): WritableComputedRef<string> {
  const said = shallowRef('')
  let parts: string[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function speak(): void {
    const text = parts.join(' ')
    // a region that does not change is not read again
    said.value = said.value === text ? `${text}\u00a0` : text
    parts = []
  }

  onScopeDispose(() => clearTimeout(timer))

  return computed({
    get: () => said.value,
    set: (text) => {
      if (parts.length === 0) timer = setTimeout(speak)
      parts.push(text)
    },
  })
}
