import { part } from './part.js'

/** Who comes in, and how; who looks after whose account. */
export default {
  ...part('sign-in', [
    'schema/src/own-path.ts',
    'server/src/sign-in/**/*.ts',
    'server/src/person/name-and-email.ts',
    'server/src/people/{last-admin,edit-person,grant-role,suspend-person}.ts',
    '!**/*.{entity,resolver}.ts',
    '!**/{common-passwords,viewer,installation-state,sign-in-means,oidc-means}.ts', // lists and shapes
    '!**/example.ts', // of tests
    // only HTTP and a provider show these: test/api and test/attack
    '!server/src/sign-in/**/serve-*.ts',
    '!server/src/sign-in/oidc/{provider,begin-oidc,finish-oidc,bounded-fetch}.ts',
  ]),
  ignoreStatic: true, // constants, each of which would run every test
}
