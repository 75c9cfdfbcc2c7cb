import { shallowReadonly, shallowRef } from 'vue'
import { useRouter } from 'vue-router'
import { serverState, type ServerState } from '../api/index.ts'

/** A page whose code could not be loaded: where it is, and how the server was when it failed. */
interface BrokenPage {
  readonly address: string
  readonly server: ServerState
}

/**
 * The page that could not be gone to. One stays on the page one was on, with its address, until going there,
 * or anywhere else, succeeds.
 */
export function useBrokenPage() {
  const router = useRouter()
  const broken = shallowRef<BrokenPage>()
  const trying = shallowRef(false)
  let newest = 0

  router.onError(async (_error, { fullPath: address }, from) => {
    const mine = ++newest
    const server = await askServer()
    if (mine !== newest) return
    // A browser does not fetch again what has failed once. The server is back: a fresh start fetches all.
    if (server === 'same-version' && from.matched.length > 0) location.assign(address)
    else broken.value = { address, server }
  })
  router.afterEach((_to, _from, refused) => {
    if (!refused) forget()
  })

  function forget(): void {
    newest++
    broken.value = undefined
  }

  /** Starts afresh at the page, in whichever version there is; but only from a server that answers. */
  async function retry(): Promise<void> {
    const page = broken.value
    if (!page) return
    const mine = ++newest
    trying.value = true
    const server = await askServer()
    trying.value = false
    if (mine !== newest) return
    if (server === 'silent') broken.value = { ...page, server }
    else location.assign(page.address)
  }

  return { broken: shallowReadonly(broken), trying: shallowReadonly(trying), retry, forget }
}

function askServer(): Promise<ServerState> {
  const script = document.querySelector('script[type="module"][src]')
  return serverState(script?.getAttribute('src') ?? '')
}
