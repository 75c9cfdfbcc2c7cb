import { effect, onScopeDispose, shallowRef, stop, type ShallowRef } from 'vue'

interface Settled<Value> {
  readonly value: Readonly<ShallowRef<Value>>
  /** Brings it up to date at once, if it is not. */
  settle(): void
}

/**
 * A value that takes its time to work out: made anew once what it depends on has been left alone for some
 * milliseconds, and for the longer the longer it takes, so that nobody who types has to wait for it.
 */
export function useSettled<Value>(make: () => Value, ms: number): Settled<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let made: Value
  let cost = 0
  const runner = effect(
    () => {
      const start = performance.now()
      made = make()
      cost = performance.now() - start
    },
    {
      scheduler: () => {
        clearTimeout(timer)
        timer = setTimeout(settle, Math.max(ms, patience * cost))
      },
    },
  )
  const value = shallowRef<Value>(made!) as ShallowRef<Value>

  function settle(): void {
    if (timer === undefined) return
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

/** How many times as long as the work itself it waits. */
const patience = 4
