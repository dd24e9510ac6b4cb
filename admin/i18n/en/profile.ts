/** What people change of themselves. */
export const profile = {
  title: 'Your profile',
  loading: 'Loading your profile',
  you: 'You',
  name: 'Name',
  email: 'Email',
  emailHelp: 'By it you sign in.',
  saved: 'Your profile is saved.',
  password: 'Password',
  currentPassword: 'Current password',
  currentPasswordHelp: 'Not needed while you have none, nor within an hour of signing in by a link.',
  newPassword: 'New password',
  newPasswordHelp: 'At least %{least} characters: several words are easiest.',
  setPassword: 'Set the password',
  passwordSet: 'Your password is set. Wherever else you were signed in, you are signed out.',
};
