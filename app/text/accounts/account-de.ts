export const account = {
  title: 'Mein Konto',
};
