/** What somebody does in one go. */
export const stepKinds = [
  'type',
  'paste',
  'move',
  'fill',
  'clear',
  'enter',
  'replace',
  'addLine',
  'removeLine',
  'moveLine',
  'section',
  'participants',
  'opening',
  'key',
  'population',
  'solve',
  'restore',
] as const

export type StepKind = (typeof stepKinds)[number]

/** What a step on its way to the server is: something new, or the turning of one that was made before. */
export type WayKind = StepKind | 'undo' | 'redo'
