import { effect, onScopeDispose, shallowRef, stop, type ShallowRef } from 'vue'

interface Settled<Value> {
  readonly value: Readonly<ShallowRef<Value>>
  /** Brings it up to date at once. */
  settle(): void
}

/**
 * A value that takes its time to work out: made anew at most every so many milliseconds, not with every
 * keystroke that it depends on.
 */
export function useSettled<Value>(make: () => Value, ms: number): Settled<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let made: Value
  const runner = effect(
    () => {
      made = make()
    },
    {
      scheduler: () => {
        timer ??= setTimeout(settle, ms)
      },
    },
  )
  const value = shallowRef<Value>(made!) as ShallowRef<Value>

  function settle(): void {
    clearTimeout(timer)
    timer = undefined
    runner()
    value.value = made
  }

  onScopeDispose(() => {
    clearTimeout(timer)
    stop(runner)
  })
  return { value, settle }
}
