import { ViewerDocument, type ViewerQuery } from '@andel/schema/operations'
import { computed, shallowReadonly, shallowRef, watch } from 'vue'
import {
  actAs,
  asFailure,
  isSignedOut,
  noteEntrance,
  noteOtherPerson,
  Offline,
  request,
  type Failure,
} from '../api/index.ts'

export type Viewer = ViewerQuery['viewer']
export type GrantedRole = Viewer['grants'][number]
export type Role = GrantedRole['role']

const answer = shallowRef<ViewerQuery>()
const failure = shallowRef<Failure>()
/** Milliseconds before a server that did not answer is asked again. */
const patience = 5000
let again: ReturnType<typeof setTimeout> | undefined

const other = shallowRef<Viewer>()
/** Somebody else who has signed in in this browser since the page was opened: it does nothing more until it begins anew. */
export const otherViewer = shallowReadonly(other)
/** Where the tabs of a browser tell one another that somebody has signed in. */
const place = 'andel.viewer'

/**
 * Asks who is signed in here, and tells everything that waits for somebody to be. When that is somebody else than before,
 * everything goes on waiting: nothing of the one is sent as the other.
 */
export async function loadViewer(): Promise<Viewer | undefined> {
  try {
    const before = viewer.value?.id
    const present = await request(ViewerDocument, {}, { asWhoever: true })
    if (before !== undefined && present.viewer.id !== before) {
      other.value = present.viewer
      noteOtherPerson()
      return undefined
    }
    answer.value = present
    other.value = undefined
    actAs(present.viewer.id)
    // every time: it may have been somebody else in between, who opened no page
    if (before === undefined) localStorage.setItem(place, new Date().toISOString())
    failure.value = undefined
    noteEntrance()
    return present.viewer
  } catch (thrown) {
    failure.value = asFailure(thrown)
    clearTimeout(again)
    if (failure.value instanceof Offline) again = setTimeout(loadViewer, patience)
    return undefined
  }
}

/** Looks again who is signed in when another tab says that somebody is, and when the server says that nobody is. */
export function watchViewer(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === place && newValue !== null && viewer.value) void loadViewer()
  })
  watch(isSignedOut, (isOut) => isOut && viewer.value && !other.value && void loadViewer())
}

/** Global id of whoever has been signed in since the page was opened; waits until that is known. */
export async function knownViewer(): Promise<string> {
  if (answer.value) return answer.value.viewer.id
  if (failure.value) void loadViewer() // the server did not answer then; it has since
  return new Promise((resolve) => {
    watch(answer, (known) => known && resolve(known.viewer.id), { once: true })
  })
}

const viewer = computed(() => answer.value?.viewer)
const grants = computed(() => viewer.value?.grants ?? [])

/** Whether whoever looks has a role: anywhere, or in a joint service. */
function hasRole(role: Role, slug?: string): boolean {
  return grants.value.some(
    (grant) => grant.role === role && (slug === undefined || grant.jointService?.slug === slug),
  )
}

/** Whoever looks at the page. Everything is undefined or false before the server has said so. */
export function useViewer() {
  return {
    viewer,
    grants,
    hasRole,
    /** Whether there are budgets that may be seen: an administrator sees none. */
    seesBudgets: computed(() => grants.value.some(({ role }) => role !== 'ADMIN')),
    isAdmin: computed(() => hasRole('ADMIN')),
    isDemo: computed(() => answer.value?.installation.demo === true),
    /** Why it could not be asked. */
    failure: shallowReadonly(failure),
  }
}
