import { effectScope, nextTick, ref } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { useReview, type BatchOutcome } from './useReview.ts'

const told: BatchOutcome = { applied: false, problems: [], conflicts: [], effects: [] }
let scope = effectScope()
afterEach(() => {
  scope.stop()
  scope = effectScope()
})

/** A review whose dry runs are answered when the test says so. */
function reviewed() {
  const batch = ref<string>()
  batch.value = 'one'
  const runs: { answer(outcome: BatchOutcome): void; fail(): void }[] = []
  const stored: string[] = []
  const review = scope.run(() =>
    useReview<string>({
      input: () => batch.value,
      told: () => '',
      send(input, { dryRun }) {
        if (!dryRun) {
          stored.push(input)
          return Promise.resolve({ ...told, applied: true })
        }
        return new Promise((answer, reject) =>
          runs.push({ answer, fail: () => reject(new Error('away')) }),
        )
      },
    }),
  )!
  return { batch, runs, stored, review }
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await nextTick()
}

it('stores nothing before it is known what that does', async () => {
  const { batch, runs, stored, review } = reviewed()
  expect(await review.store()).toBe(false)
  runs[0]?.answer(told)
  await settled()
  expect(review.known.value).toBe(true)

  batch.value = 'two'
  await settled()
  expect(review.known.value).toBe(false)
  expect(await review.store()).toBe(false)
  runs[1]?.answer(told)
  await settled()
  expect(await review.store()).toBe(true)
  expect(stored).toEqual(['two'])
})

it('stores nothing when that could not be asked, until it is asked again', async () => {
  const { runs, stored, review } = reviewed()
  runs[0]?.answer(told)
  await settled()
  void review.ask()
  runs[1]?.fail()
  await settled()
  expect(review.failure.value).toBeDefined()
  expect(await review.store()).toBe(false)
  void review.ask()
  runs[2]?.answer(told)
  await settled()
  expect(review.failure.value).toBeUndefined()
  expect(await review.store()).toBe(true)
  expect(stored).toEqual(['one'])
})
