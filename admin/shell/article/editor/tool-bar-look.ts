/** The bar above the text: as high while its buttons are still on their way, which on a phone take two lines. */
export const toolBarLook = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 0.25,
  minHeight: { xs: 79, sm: 45 },
  p: 0.5,
  borderBottom: '1px solid',
  borderColor: 'divider',
  position: 'sticky',
  top: { xs: 52, sm: 52 },
  zIndex: 2,
  backgroundColor: 'background.paper',
  borderRadius: '7px 7px 0 0',
};
