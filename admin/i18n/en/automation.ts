export const automation = {
  title: 'Pipeline Dashboard',
  soon: 'The pipeline will stand here.',
};
