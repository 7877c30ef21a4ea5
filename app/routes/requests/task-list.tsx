export { TaskListPage as default } from '#app/legal-requests/form/task-list-page.tsx';
