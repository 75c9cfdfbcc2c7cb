/** Dotted names as their steps, without those that all of them begin with; the last step always stays. */
export function shortNames(names: readonly string[]): string[][] {
  const paths = names.map((name) => name.split('.'))
  const [first = []] = paths
  const isShared = (step: number) =>
    paths.every((path) => step < path.length - 1 && path[step] === first[step])
  let shared = 0
  while (isShared(shared) && shared < first.length) shared++
  return paths.map((path) => path.slice(shared))
}
