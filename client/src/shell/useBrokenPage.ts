import { shallowReadonly, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import { serverState, type ServerState } from '../api/index.ts'
import { unreachableLanguage } from '../text/i18n.ts'
import { storeLanguage, type Language } from '../text/language.ts'

/** What could not be fetched: the code of a page, or the words of a language. */
interface Missing {
  readonly what: 'page' | 'language'
  /** Fetches all of Andel again, with what is missing. */
  startAfresh(): void
}

/**
 * What could not be fetched, and how the server was then. One stays on the page one was on, in the language one
 * had, until it succeeds.
 */
export function useBrokenPage() {
  const router = useRouter()
  const broken = shallowRef<Missing & { readonly server: ServerState }>()
  const trying = shallowRef(false)
  let newest: Missing | undefined

  router.onError((_error, { fullPath }, from) =>
    report({ what: 'page', startAfresh: () => location.assign(fullPath) }, from.matched.length > 0),
  )
  router.afterEach((_to, _from, refused) => {
    if (!refused && newest?.what === 'page') forget()
  })
  watch(
    unreachableLanguage,
    (language, _before, onCleanup) => {
      if (!language) return
      onCleanup(forget)
      const isStart = router.currentRoute.value.matched.length === 0
      return report({ what: 'language', startAfresh: () => speakAfresh(language) }, !isStart)
    },
    { immediate: true },
  )

  /** A browser does not fetch again what has failed once: when the server is back, a fresh start does. */
  async function report(missing: Missing, mayStart: boolean): Promise<void> {
    newest = missing
    const server = await askServer()
    if (missing !== newest) return
    if (server === 'same-version' && mayStart) missing.startAfresh()
    else broken.value = { ...missing, server }
  }

  function forget(): void {
    newest = undefined
    broken.value = undefined
  }

  /** Starts afresh, in whichever version there is; but only from a server that answers. */
  async function retry(): Promise<void> {
    const missing = newest
    if (!missing) return
    trying.value = true
    const server = await askServer()
    trying.value = false
    if (missing !== newest) return
    if (server === 'silent') broken.value = { ...missing, server }
    else missing.startAfresh()
  }

  return { broken: shallowReadonly(broken), trying: shallowReadonly(trying), retry, forget }
}

function speakAfresh(language: Language): void {
  storeLanguage(language)
  location.reload()
}

function askServer(): Promise<ServerState> {
  const script = document.querySelector('script[type="module"][src]')
  return serverState(script?.getAttribute('src') ?? '')
}
