import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Actor } from '../access/actor.ts'
import { languageOf } from '../http/sentence.ts'
import { meters } from '../operation/meters.ts'
import type { Greeting } from './greet.ts'

/** Bytes that may wait for whoever listens. */
const mostWaiting = 1024 * 1024

/** One connection, and who is at its other end. */
export class Line {
  /** Undefined until it has been said. */
  actor: Actor | undefined
  language: 'sv' | 'en'
  /** Streams that have begun and not ended. */
  begun = 0
  private isAlive = true

  constructor(
    private readonly socket: WebSocket,
    readonly request: IncomingMessage,
  ) {
    this.language = languageOf(request)
    socket.on('pong', () => (this.isAlive = true))
  }

  get protocol(): string {
    return this.socket.protocol
  }

  greeted(actor: Actor, greeting: Greeting | undefined): void {
    this.actor = actor
    if (greeting?.language === 'sv' || greeting?.language === 'en')
      this.language = greeting.language
  }

  /** Resolves when it is on its way, so that whoever tells a lot waits for whoever listens. */
  send(text: string): Promise<void> {
    if (this.socket.bufferedAmount > mostWaiting) this.dropSlow()
    return new Promise((resolve) => this.socket.send(text, () => resolve())) // a fault closes it
  }

  onMessage(heed: (text: string) => Promise<void>): void {
    this.socket.on('message', (data) => {
      heed(String(data)).catch(() => this.close(4500, 'Internal error'))
    })
  }

  close(code: number, reason: string): void {
    this.socket.close(code, reason)
  }

  /** Asks for a sign of life; whoever gave none to the last question is gone. */
  beat(): void {
    if (!this.isAlive) return this.drop()
    this.isAlive = false
    this.socket.ping()
  }

  /** Lets go of whoever does not take what is told. It comes back, and goes on from where it was. */
  dropSlow(): void {
    meters.slowReaders.inc()
    this.drop()
  }

  drop(): void {
    this.socket.terminate()
  }
}
