export const automation = {
  title: 'Pipeline Dashboard',
  none: 'This site has had no run yet.',
};
