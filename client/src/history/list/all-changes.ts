import type { LoggedChange } from '../logged-change.ts'

/** As many as a spreadsheet still is read with. */
const mostInFile = 20_000

/** Some changes, newest first, and how many there are of them and older ones. */
interface ChangePage {
  readonly totalCount: number
  readonly nodes: readonly LoggedChange[]
}

/**
 * All changes, newest first, by pages.
 *
 * @param ask - for the newest before a sequence number: what is added meanwhile moves no page
 * @param most - no more than about so many
 */
export async function allChanges(
  ask: (beforeSequence: number | undefined) => Promise<ChangePage>,
  most = mostInFile,
): Promise<ChangePage> {
  const { totalCount, nodes } = await ask(undefined)
  const all = [...nodes]
  while (all.length < totalCount && all.length < most) {
    const older = await ask(all.at(-1)!.sequence)
    if (older.nodes.length === 0) break
    all.push(...older.nodes)
  }
  return { totalCount, nodes: all }
}
