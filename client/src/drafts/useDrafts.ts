import { computed, shallowReadonly, shallowRef } from 'vue'
import type { CellPlace } from '../grid/cell.ts'
import { draftKey, type Draft, type Drafts } from './draft.ts'
import { draftStore } from './draft-store.ts'

export type DraftBook = ReturnType<typeof useDrafts>

/**
 * The drafts of one sheet: kept over a reload, taken back step by step while the page is open.
 *
 * @param place - names the sheet in the storage; all tabs of it share their drafts
 */
export function useDrafts(storage: Storage, place: string) {
  const store = draftStore(storage, place)
  const drafts = shallowRef<Drafts>(store.read())
  const done = shallowRef<readonly Drafts[]>([])
  const undone = shallowRef<readonly Drafts[]>([])

  function at(cell: CellPlace): Draft | undefined {
    return drafts.value.get(draftKey(cell))
  }

  /** Makes one step; nothing when it leaves everything as it was. */
  function change(edit: (drafts: Map<string, Draft>) => void): void {
    const next = new Map(drafts.value)
    edit(next)
    if (isSame(next, drafts.value)) return
    done.value = [...done.value, drafts.value]
    undone.value = []
    show(next)
  }

  function drop(keys: readonly string[]): void {
    change((next) => keys.forEach((key) => next.delete(key)))
  }

  /** They are stored now, which cannot be taken back here. */
  function settle(): void {
    forget(new Map())
  }

  function undo(): boolean {
    const before = done.value.at(-1)
    if (!before) return false
    done.value = done.value.slice(0, -1)
    undone.value = [...undone.value, drafts.value]
    show(before)
    return true
  }

  function redo(): boolean {
    const after = undone.value.at(-1)
    if (!after) return false
    undone.value = undone.value.slice(0, -1)
    done.value = [...done.value, drafts.value]
    show(after)
    return true
  }

  /** Takes over what another tab has written. */
  function follow(): void {
    const found = store.read()
    if (!isSame(found, drafts.value)) forget(found)
  }

  function forget(now: Drafts): void {
    done.value = []
    undone.value = []
    show(now)
  }

  function show(now: Drafts): void {
    drafts.value = now
    store.write(now)
  }

  return {
    drafts: shallowReadonly(drafts),
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    at,
    change,
    drop,
    settle,
    undo,
    redo,
    follow,
  }
}

function isSame(a: Drafts, b: Drafts): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...b])
}
