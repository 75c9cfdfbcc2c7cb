import type { services as sv } from '../sv/joint-services.ts'

export const services: typeof sv = {
  title: 'Joint services',
  lede: 'What the municipalities run together. Each has its own agreements, budgets and roles. You choose its co-ordinator under People.',
  none: 'No joint service has been set up',
  noneText: 'Set up the first one. Then make somebody its co-ordinator.',
  new: 'New joint service',
  newText: 'Its co-ordinator then adds agreements, budgets and keys.',
  change: 'Change joint service',
  changeText: 'The address stays, so that links go on working.',
  changeShort: 'Change',
  changeOne: 'Change {name}',
  name: 'Name',
  slug: 'Name in the address',
  slugHint: 'The page gets the address /samverkan/{slug}. It cannot be changed later.',
  body: 'Run by',
  bodyHint: 'The organisation or body in which the municipalities meet, such as SocSam.',
  description: 'Description',
  submit: 'Set up the joint service',
  save: 'Save',
  no: {
    name: 'Enter a name.',
    body: 'Enter who runs the service.',
  },
  tooLong: 'The text may have at most {most} characters.',
  badSlug: 'Use a–z in lower case, digits and hyphens between them, at most 60 characters.',
  taken: 'There is already a joint service with the address {slug}. Choose another.',
}
