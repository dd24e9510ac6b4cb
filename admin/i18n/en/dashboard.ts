export const dashboard = {
  title: 'Dashboard',
  soon: 'What runs, what waits for review and what failed will stand here.',
};
