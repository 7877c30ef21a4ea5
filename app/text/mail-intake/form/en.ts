import type { Catalogue } from '#app/text/catalogue.ts';
import type { formWords as german } from './de.ts';

export const formWords: Catalogue<typeof german> = {
  legalRequests: {
    sections: {
      authority_route: {
        intro: 'The authority is outside Germany. State by which route it has made the request.',
      },
      legal_basis: {
        intro:
          'Without a statutory provision that entitles the authority to ask, nothing may be disclosed (§ 174 (2) TKG). You see only provisions that fit the authority and the kind of data; enter any other under “Other”.',
      },
      attachments: {
        intro:
          'Files are encrypted on this device before they are sent. After that only the reviewers can read them, and the authority if it uses the portal.',
      },
      contact: { intro: 'Whom can we reach with questions? As stated in the arrival.' },
      confidentiality: {
        intro:
          'Silence is always kept, also towards the person concerned (§ 174 (6) TKG). State here whether there is a time-limited order about it as well.',
      },
    },
    fields: {
      fileNumber: {
        label: 'File number of the authority',
        hint: 'By this number the authority finds the request again. Please enter no names.',
      },
    },
    fieldErrors: {
      legal_basis_not_for_you:
        'This provision does not fit the authority or the kind of data. Choose one from the list.',
    },
    attachmentKinds: { request_letter: { hint: 'The authority’s request, signed.' } },
    checks: {
      file_number_given: { problem: 'Enter the file number of the authority.' },
      agency_verified: { problem: 'The authority is not verified yet.' },
      legal_basis_fits: { problem: 'This provision does not allow the authority this request.' },
      earlier_reference_known: {
        problem:
          'The authority has made no such request with this number, or has withdrawn it. Check the number.',
      },
    },
    visibility: {
      sealed:
        'This is encrypted on your device. Only the reviewers can read it, and the authority if it uses the portal.',
    },
  },
  requests: {
    draft: {
      explanation: 'It is saved encrypted, for the provider’s team only. Colleagues can continue the draft.',
    },
    legalBasis: {
      noneAtAllTitle: 'There is no provision here for this authority',
      noneAtAll:
        'Authorities outside Germany can be given this data only if they prosecute crimes. Check whether the kind of authority is right; otherwise reject the request.',
    },
    section: {
      allSealed:
        'All answers on this page are encrypted on your device. Only the reviewers can read them, and the authority if it uses the portal.',
      partlySealed: (labels) =>
        `The server can read: ${labels}. It needs this to route the request and to remind of deadlines. Everything else is encrypted on your device; only the reviewers can read it, and the authority if it uses the portal.`,
    },
  },
};
