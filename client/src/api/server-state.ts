/** What the server does just now: it does not answer, or it offers the client that runs here, or another one. */
export type ServerState = 'silent' | 'same-version' | 'new-version'

const patience = 5000

/**
 * Asks the server for the start page.
 *
 * @param script - the address of the script that this client began with, as the start page names it
 */
export async function serverState(script: string): Promise<ServerState> {
  try {
    const signal = AbortSignal.timeout(patience)
    const answer = await fetch('/', { cache: 'no-store', signal })
    if (!answer.ok) return 'silent' // a proxy, on behalf of a server that is gone
    return (await answer.text()).includes(script) ? 'same-version' : 'new-version'
  } catch {
    return 'silent'
  }
}
