/** Fetches code when the browser has nothing else to do. Whoever needs it before then, or after it failed, asks again. */
export function loadWhenIdle(load: () => Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const start = () => void load().then(() => resolve(), resolve.bind(undefined, undefined))
    if ('requestIdleCallback' in globalThis) requestIdleCallback(start, { timeout: 10_000 })
    else setTimeout(start, 1000)
  })
}
