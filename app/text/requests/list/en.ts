import type { Catalogue } from '#app/text/catalogue.ts';
import type * as de from './de.ts';

export const list: Catalogue<typeof de.list> = {
  title: 'Requests of your authority',
  newRequest: 'Begin a new request',
  filter: 'Narrow the list',
  status: 'Status',
  category: 'Kind of data',
  who: 'In charge',
  whoAll: 'All in the authority',
  whoMine: 'Me',
  fileNumber: 'File number',
  fileNumberHint: 'Or a part',
  all: 'All',
  more: 'Status, kind of data, in charge',
  apply: 'Show',
  reset: 'Show all',
  caption: 'Requests, the newest first',
  columns: {
    reference: 'Number',
    fileNumber: 'File number',
    category: 'Kind of data',
    status: 'Status',
    turn: 'Whose turn',
    deadline: 'Next deadline',
  },
  draftName: 'Draft',
  draftFileNumber: 'encrypted',
  startedBy: (name, date) => `with ${name}, begun on ${date}`,
  since: (date) => `since ${date}`,
  noDeadline: 'none',
  emergency: 'Emergency',
  turns: { agency: 'You', provider: 'Provider', nobody: 'nobody' },
  deadlines: {
    answer: (date) => `${date}: answer`,
    paused: 'stands still until you have replied',
    firstLook: (date) => `${date}: will be looked at`,
    correction: (date) => `${date}: correction`,
  },
  empty: {
    title: 'Your authority has not made a request yet',
    text: 'Begin a request and choose which data you need. You can stop at any time; everything is saved as you go.',
  },
  nothingFound: {
    title: 'There is no request for this selection',
    text: 'Change the selection or show all. Drafts cannot be found by their file number: it is encrypted until the request is submitted.',
  },
  pages: 'Further pages',
};

export const start: Catalogue<typeof de.start> = {
  title: 'Which data do you need?',
  lead: 'A request is about one kind of data. If you need several, we offer to continue with the next one under the same file number after you have submitted.',
  legend: 'Kind of data',
  attach: (what) => `To be attached: ${what}`,
  moreTitle: 'Legal bases, documents needed and time taken',
  more: (name) => `More about ${name}`,
  begin: 'Continue',
  choose: 'Choose a kind of data.',
  routeLegend: 'By which route is your request admissible?',
  routeMissing: 'Choose the route. Without it we cannot accept your request.',
  routeUnfit:
    'This kind of data cannot be asked for by this route. Interception is possible through mutual legal assistance only.',
  routeNoneTitle: 'You have not taken any of these routes yet?',
  routeNone: 'Then please do not begin a request here. Turn to the competent body of your country first.',
};
