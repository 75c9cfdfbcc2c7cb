import type { signIn as swedish } from '../sv/sign-in.ts'

export const signIn: typeof swedish = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. A few words in a row are good; spaces are fine.',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submit: 'Sign in',
  with: 'Sign in with {provider}',
  or: 'or',
  demoTitle: 'This is the demo',
  demoText:
    'Where Andel was started there is a link for each role: administrator, co-ordinator, finance officer and analyst. Follow one of them. They are good until Andel is started again.',
  linkGone: 'The link is no longer valid. The one that is stands where Andel was started.',
  notSecure:
    'The address does not begin with https, so signing in does not work here. Ask whoever looks after Andel for the right address.',
  forgotten: 'Forgotten your password? Ask whoever looks after Andel for a new invitation.',

  ended: 'You have been signed out',
  endedText: 'Sign in again to save. What you have typed is still here.',
  endedDemo: 'Open one of the links where Andel was started in a new tab, then go on here.',
  newTab: 'Sign in in a new tab',
  continue: 'I have signed in',
  stillOut: 'Nobody is signed in yet.',

  leave: {
    title: 'You have {n} change that is not saved | You have {n} changes that are not saved',
    text: 'If you sign out it stays in this browser until you sign in again. If others use the computer, remove it: your steps and the queries of the explorer are then gone from here too.',
    stay: 'Stay',
    keep: 'Sign out',
    forget: 'Remove and sign out',
  },

  setUpTitle: 'Get started',
  setUpText:
    'Andel has no accounts yet. Here you make the first administrator, who then adds the others.',
  code: 'Set-up code',
  codeHint: 'Stands where Andel was started, after “set-up code”.',
  name: 'Name',
  setUp: 'Make the administrator',
  setUpDone: 'Andel has been set up already. Sign in with your account.',

  welcomeTitle: 'Welcome to Andel',
  welcomeText: 'Choose a password for {email}. You are then signed in.',
  welcome: 'Save and sign in',
  invitationGone: 'The invitation is not valid',
  invitationGoneText:
    'It may be used, more than seven days old or replaced. Ask whoever invited you for a new one, or sign in if you have chosen a password already.',

  noGrantsTitle: 'You have no role yet',
  noGrantsText:
    'You are signed in as {name}. Ask whoever looks after Andel for a role in your joint service, then sign in again.',

  accountTitle: 'My account',
  roles: 'Roles',
  passwordTitle: 'Password',
  passwordText: 'When you change your password you are signed out everywhere but here.',
  noPassword: 'You have no password in Andel, since you sign in in another way.',
  current: 'Present password',
  changePassword: 'Change password',
  passwordChanged: 'The password has been changed. You are signed out everywhere but here.',

  refused: {
    SIGN_IN_REFUSED: 'The e-mail or the password is wrong.',
    TOO_MANY_TRIES: 'Too many tries. Wait {n} minute. | Too many tries. Wait {n} minutes.',
    BUSY: 'Many people are signing in just now. Try again in a moment.',
    WRONG_CODE: 'The code is wrong. It is another one each time Andel is started.',
    WRONG_PASSWORD: 'The present password is wrong.',
    BAD_NAME: 'Write your first and last name.',
    BAD_EMAIL: 'Write an e-mail address, such as name@municipality.se.',
    PASSWORD_TOO_SHORT: 'The password must have at least 12 characters.',
    PASSWORD_TOO_LONG: 'The password may have at most 200 characters.',
    PASSWORD_COMMON:
      'The password is too common or uniform. Choose one that nobody else thinks of.',
    PASSWORD_PERSONAL: 'The password is made of your name, your e-mail or Andel. Choose another.',
    empty: 'Fill in this field.',
  },
}
