/** The look of what is there for those who hear the page: nobody sees it, and it takes no room. */
export const heardOnly = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
};
