import { afterEach, expect, it, vi } from 'vitest'
import { serverState } from './server-state.ts'

afterEach(() => vi.unstubAllGlobals())

function answer(status: number, script: string): void {
  vi.stubGlobal('fetch', async () => new Response(`<script src="${script}"></script>`, { status }))
}

it('knows its own version by the script of the start page', async () => {
  answer(200, '/assets/index-a1.js')
  expect(await serverState('/assets/index-a1.js')).toBe('same-version')
  expect(await serverState('/assets/index-b2.js')).toBe('new-version')
})

it('takes a proxy that says the server is gone for silence', async () => {
  answer(502, '/assets/index-a1.js')
  expect(await serverState('/assets/index-a1.js')).toBe('silent')
})

it('takes a connection that fails for silence', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await serverState('/assets/index-a1.js')).toBe('silent')
})
