import { fork } from 'node:child_process'

/**
 * Runs a module in a process of its own and gives its first message: what one shape taught the compiler must
 * not slow the next. `undefined` when it was not done in time or ended without a message.
 */
export function inOwnProcess<Message>(
  module: URL,
  args: readonly string[],
  mostMs: number,
): Promise<Message | undefined> {
  return new Promise((resolve) => {
    const child = fork(module, args, { stdio: ['ignore', 'inherit', 'ignore', 'ipc'] })
    const timer = setTimeout(() => child.kill('SIGKILL'), mostMs)
    let message: Message | undefined
    child.on('message', (sent) => {
      message = sent as Message
      child.disconnect()
    })
    child.on('exit', () => {
      clearTimeout(timer)
      resolve(message)
    })
  })
}
