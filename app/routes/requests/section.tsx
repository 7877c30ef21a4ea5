export { SectionPage as default } from '#app/legal-requests/form/section-page.tsx';
