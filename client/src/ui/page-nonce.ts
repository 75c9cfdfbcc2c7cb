/**
 * What style elements that are made in the page must carry, or the browser does not heed them (Content-Security-Policy).
 * Vite's own server asks for none.
 */
export const pageNonce: string =
  document.querySelector<HTMLElement>('meta[property=csp-nonce]')?.nonce ?? ''
