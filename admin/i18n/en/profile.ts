/** What people change of themselves. */
export const profile = {
  title: 'Your profile',
  loading: 'Loading your profile…',
  you: 'You',
  name: 'Name',
  email: 'Email',
  emailHelp: 'You sign in with this.',
  saved: 'Profile saved.',
  password: 'Password',
  currentPassword: 'Current password',
  currentPasswordHelp: 'Not needed if you have none, or within an hour of signing in with a link.',
  newPassword: 'New password',
  newPasswordHelp: 'At least %{least} characters; several words work well.',
  setPassword: 'Set password',
  passwordSet: 'Password set. You have been signed out everywhere else.',
};
