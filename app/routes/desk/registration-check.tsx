export { CheckAnswersPage as default } from '#app/legal-requests/form/check-answers-page.tsx';
