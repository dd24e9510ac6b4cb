/** As the API's sanitiser has them; an article of the same site is named by its task. */
const schemes = /^(https?:\/\/|mailto:|article:)/iu;

export function isLink(address: string): boolean {
  return schemes.test(address);
}
