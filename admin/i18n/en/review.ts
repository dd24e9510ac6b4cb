export const review = {
  title: 'Review',
  soon: 'Drafts that wait for a person will stand here.',
};
