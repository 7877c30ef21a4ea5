export const desk = {
  title: 'Verwaltung',
};
