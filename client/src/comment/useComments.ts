import {
  AddCommentDocument,
  BudgetCommentsDocument,
  ResolveThreadDocument,
  ToldCommentsDocument,
  WithdrawCommentDocument,
  type ThreadFragment,
} from '@andel/schema/operations'
import { computed, onBeforeUnmount, onMounted, shallowRef, watch, type Ref } from 'vue'
import { useViewer } from '../account/useViewer.ts'
import { request } from '../api/index.ts'
import { lineState } from '../api/live/line.ts'
import { subscribe } from '../api/live/subscribe.ts'
import type { OpenSheet } from '../budget/open-sheet.ts'
import { localId, serverId } from '../budget/sheet/local-ids.ts'
import type { SheetVoice } from '../budget/useVoice.ts'
import type { CellPlace } from '../grid/cell.ts'
import { namedIn, type Named } from './mentions.ts'
import { cellOf, placeAt, type ThreadPlace } from './thread-place.ts'

export type SaidComment = ThreadFragment['comments'][number]
/** A thread, at the line as this screen knows it. */
export type Thread = ThreadFragment & ThreadPlace
/** Where something is said: in a thread, or at a place for a new one. */
export type Target = { readonly threadId: string } | ThreadPlace
/** What the panel lists: what is about the cell, what is open, what is resolved. */
export type Listed = 'here' | 'open' | 'resolved'

interface CommentOptions {
  readonly sheet: OpenSheet
  readonly voice: SheetVoice
  readonly focus: Readonly<Ref<CellPlace | undefined>>
}

/** What people say about the lines of an open budget. It is no part of the budget: nothing waits for it. */
export function useComments({ sheet: { committed, saving }, voice, focus }: CommentOptions) {
  const { viewer, hasRole } = useViewer()
  const budgetId = committed.value.id
  const told = shallowRef<readonly ThreadFragment[]>([])
  const people = shallowRef<readonly Named[]>([])
  const listed = shallowRef<Listed>()
  /** Counts how often somebody wanted to write. */
  const asked = shallowRef(0)
  let newest = 0
  let taken = 0

  const threads = computed<readonly Thread[]>(() =>
    told.value.map((thread) => ({ ...thread, row: localId(thread.lineId, saving.ids.value) })),
  )
  const open = computed(() => threads.value.filter(({ resolvedAt }) => resolvedAt === null))
  /** Open threads, by line and column. */
  const marked = computed(() => {
    const byRow = Map.groupBy(open.value, ({ row }) => row)
    return new Map(
      [...byRow].map(([row, some]) => [row, Map.groupBy(some, (one) => cellOf(one).column)]),
    )
  })
  const here = computed(() => focus.value && placeAt(focus.value))

  /** When they cannot be had, the sheet stands without them. */
  async function load(): Promise<void> {
    const mine = ++newest
    const before = taken
    const { budget } = await request(BudgetCommentsDocument, { budgetId }).catch(() => ({
      budget: null,
    }))
    if (!budget || mine !== newest) return
    if (before !== taken) return load() // it may know less than what was answered meanwhile
    told.value = budget.commentThreads
    people.value = budget.mentionable
  }

  /** A thread as the server now has it. */
  function take(thread: ThreadFragment): void {
    taken++
    const isKnown = told.value.some(({ id }) => id === thread.id)
    told.value = isKnown
      ? told.value.map((one) => (one.id === thread.id ? thread : one))
      : [...told.value, thread]
  }

  // what was said while nobody listened is not told again
  const onShown = (): void => void (document.visibilityState === 'visible' && load())
  watch(lineState, (state) => state === 'live' && void load())
  let leave: (() => void) | undefined
  onMounted(() => {
    void load()
    leave = subscribe(ToldCommentsDocument, () => ({ budgetId }), {
      next: ({ budgetComments }) => take(budgetComments),
      ended: () => undefined, // the sheet itself tells that it is not to be read any more
    })
    document.addEventListener('visibilitychange', onShown)
  })
  onBeforeUnmount(() => {
    leave?.()
    document.removeEventListener('visibilitychange', onShown)
  })

  function titleAt(row: string, column: string): string | undefined {
    const some = marked.value.get(row)?.get(column)
    const last = some?.at(-1)?.comments.findLast(({ withdrawnAt }) => withdrawnAt === null)
    if (!some || !last) return undefined
    const words = { name: last.author.name, text: last.text.slice(0, 200) }
    return voice.counted('comment.told', some.length, words)
  }

  return {
    budgetId,
    threads,
    open,
    people,
    marked,
    listed,
    asked,
    here,
    me: computed(() => viewer.value?.id ?? ''),
    mayWrite: computed(() =>
      (['COORDINATOR', 'FINANCE_OFFICER'] as const).some((role) =>
        hasRole(role, committed.value.service.slug),
      ),
    ),
    load,
    /** What the open threads at a cell say last; nothing where there is none. */
    titleAt,
    /** Under which what is written about a place is kept. */
    draftAt: ({ row, field }: ThreadPlace): string =>
      `place ${serverId(row, saving.ids.value) ?? row} ${field ?? ''}`,
    /** Whether the server knows the line, so that something can be said about it. */
    isKnown: ({ row }: ThreadPlace): boolean => serverId(row, saving.ids.value) !== undefined,
    /** Opens the panel at the cell that has the focus, to write there. */
    write(): void {
      listed.value = here.value ? 'here' : 'open'
      asked.value++
    },
    /** @throws {Failure} when the server did not take it, or its answer was lost: the same may be said again under the id */
    async say(target: Target, text: string, commentId: string): Promise<void> {
      const { row, field } = 'row' in target ? target : { row: undefined, field: undefined }
      const where =
        'threadId' in target
          ? { threadId: target.threadId }
          : { lineId: serverId(row!, saving.ids.value) ?? row!, field: field ?? null }
      const mentions = namedIn(text, people.value).map(({ id }) => id)
      const input = { budgetId, ...where, text, mentions, commentId }
      take((await request(AddCommentDocument, { input })).addComment.thread)
    },
    /** @throws {Failure} */
    async resolve(threadId: string, resolved: boolean): Promise<void> {
      const input = { threadId, resolved }
      take((await request(ResolveThreadDocument, { input })).resolveThread.thread)
    },
    /** @throws {Failure} */
    async withdraw(commentId: string): Promise<void> {
      take(
        (await request(WithdrawCommentDocument, { input: { commentId } })).withdrawComment.thread,
      )
    },
  }
}

export type Comments = ReturnType<typeof useComments>
