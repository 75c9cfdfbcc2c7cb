import { once } from 'node:events'
import { type AddressInfo, type Socket, connect, createServer } from 'node:net'

/** Stands between two programs that talk over TCP, and can cut their line. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number
  /** Ends every connection at once, with a reset. New ones are taken as before. @returns how many were cut */
  cut(): number
}

/** @param to - port on this machine that is passed on to */
export async function startTcpProxy(to: number): Promise<TcpProxy> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      const count = open.size / 2
      for (const socket of open) socket.resetAndDestroy()
      return count
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
