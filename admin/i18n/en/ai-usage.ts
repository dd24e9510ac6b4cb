export const aiUsage = {
  title: 'AI usage',
  soon: 'What the calls of AI added up to will stand here.',
};
