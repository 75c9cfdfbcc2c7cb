import { connect } from 'node:net'

/** What came back on a connection; an empty text when the server only closed it. */
export interface Received {
  readonly status: number | undefined
  readonly text: string
}

/** Milliseconds for which an answer is waited for: a request that is not whole gets none. */
const patience = 1000

/**
 * Sends bytes on a connection of their own, and gives what is answered. Our side stays open until something is: Node answers
 * nobody who has hung up.
 */
export function sendBytes(port: number, bytes: Buffer): Promise<Received> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setEncoding('latin1').on('data', (part) => {
      text += String(part)
      if (statusIn(text) !== undefined && !socket.writableEnded) socket.end()
    })
    socket.setTimeout(patience, () => {
      if (socket.writableEnded) socket.destroy()
      else socket.end()
    })
    socket.on('error', () => undefined) // a reset is an answer too
    socket.on('close', () => {
      const status = statusIn(text)
      const received = Buffer.from(text, 'latin1').toString('utf8')
      resolve({ status, text: received })
    })
    socket.write(bytes)
  })
}

/** Of the answer, not of a word that it is still to come. */
function statusIn(text: string): number | undefined {
  const found = /^(?:HTTP\/1\.1 1.*\r\n(?:.+\r\n)*\r\n)*HTTP\/1\.1 ([2-5]\d\d)/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}
