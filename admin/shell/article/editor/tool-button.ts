/** How a button of the toolbar looks: without a frame of its own. */
export const toolButton = { border: 0, p: 0.5, '&.Mui-disabled': { border: 0 } };
