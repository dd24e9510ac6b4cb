/** What tests touch of elements in functions that run in the page; besides those, the compiler knows no pages here. */
interface ElementInPage {
  readonly scrollWidth: number;
  readonly ownerDocument: { readonly activeElement: unknown };
  matches(selectors: string): boolean;
  scrollTo(x: number, y: number): void;
}
interface HTMLElement extends ElementInPage {}
interface SVGElement extends ElementInPage {}
