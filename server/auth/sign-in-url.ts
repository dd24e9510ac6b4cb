/** The link for a token, at the address where people reach us. What stands behind `#` is sent to no server. */
export function signInUrl(origin: string, token: string): string {
  return `${origin}/signin#${token}`;
}
