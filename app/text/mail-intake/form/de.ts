/** The form's words where staff of the provider fills it in for an authority: instead of those that speak to the authority. */
export const formWords = {
  legalRequests: {
    sections: {
      authority_route: {
        intro:
          'Die Behörde sitzt außerhalb Deutschlands. Geben Sie an, auf welchem Weg sie das Ersuchen gestellt hat.',
      },
      legal_basis: {
        intro:
          'Ohne eine gesetzliche Vorschrift, die die Behörde zur Abfrage berechtigt, darf nichts herausgegeben werden (§ 174 Abs. 2 TKG). Sie sehen hier nur Vorschriften, die zur Behörde und zur gewählten Datenart passen; eine andere tragen Sie unter „Andere“ ein.',
      },
      attachments: {
        intro:
          'Dateien werden auf diesem Gerät verschlüsselt, bevor sie übertragen werden. Danach lesen sie nur die Prüfenden, und die Behörde, wenn sie das Portal nutzt.',
      },
      contact: { intro: 'Wen erreichen wir bei Rückfragen? Wie im Eingang angegeben.' },
      confidentiality: {
        intro:
          'Geschwiegen wird immer, auch gegenüber der betroffenen Person (§ 174 Abs. 6 TKG). Hier geben Sie an, ob es zusätzlich eine befristete Anordnung dazu gibt.',
      },
    },
    fields: {
      fileNumber: {
        label: 'Aktenzeichen der Behörde',
        hint: 'Unter diesem Zeichen findet die Behörde das Ersuchen wieder. Bitte keine Namen eintragen.',
      },
    },
    fieldErrors: {
      legal_basis_not_for_you:
        'Diese Vorschrift passt nicht zur Behörde oder zur Datenart. Wählen Sie eine aus der Liste.',
    },
    attachmentKinds: { request_letter: { hint: 'Das Ersuchen der Behörde mit Unterschrift.' } },
    checks: {
      file_number_given: { problem: 'Tragen Sie das Aktenzeichen der Behörde ein.' },
      agency_verified: { problem: 'Die Behörde ist noch nicht bestätigt.' },
      legal_basis_fits: { problem: 'Diese Vorschrift erlaubt der Behörde diese Abfrage nicht.' },
      earlier_reference_known: {
        problem:
          'Unter dieser Nummer gibt es kein solches Ersuchen der Behörde, oder es wurde zurückgenommen. Prüfen Sie die Nummer.',
      },
    },
    visibility: {
      sealed:
        'Diese Angabe wird auf Ihrem Gerät verschlüsselt. Nur die Prüfenden können sie lesen, und die Behörde, wenn sie das Portal nutzt.',
    },
  },
  requests: {
    draft: {
      explanation:
        'Gespeichert wird verschlüsselt, nur für das Team des Anbieters. Kolleginnen und Kollegen können den Entwurf fortsetzen.',
    },
    legalBasis: {
      noneAtAllTitle: 'Für diese Behörde gibt es hier keine Vorschrift',
      noneAtAll:
        'Behörden außerhalb Deutschlands können diese Daten nur erhalten, wenn sie Straftaten verfolgen. Prüfen Sie, ob die Art der Behörde stimmt; sonst weisen Sie das Ersuchen zurück.',
    },
    section: {
      allSealed:
        'Alle Angaben auf dieser Seite werden auf Ihrem Gerät verschlüsselt. Nur die Prüfenden können sie lesen, und die Behörde, wenn sie das Portal nutzt.',
      partlySealed: (labels: string) =>
        `Der Server kann lesen: ${labels}. Er braucht das, um das Ersuchen zuzuordnen und an Fristen zu erinnern. Alles andere wird auf Ihrem Gerät verschlüsselt; nur die Prüfenden können es lesen, und die Behörde, wenn sie das Portal nutzt.`,
    },
  },
};
