import type { EventType } from '#app/events/event-types.ts';
import type { Decision } from '#app/legal-requests/legal-request-values.ts';
import type { Change } from '#app/review/form-difference.ts';
import type { FindingFault } from '#app/review/finding-drafts.ts';
import type { TurnFilter } from '#app/review/queue-filter.ts';

const signers: Readonly<Record<string, string>> = {
  clerk: 'Sachbearbeitung',
  dpo: 'Datenschutz',
  counsel: 'Rechtsabteilung',
};
const of = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key;
const proposals: Readonly<Record<string, string>> = {
  accept: 'Annahme vorgeschlagen',
  return: 'Rückgabe vorgeschlagen',
  reject: 'Ablehnung vorgeschlagen',
};

/** The provider's desk: queue, page of a legal request, decision. */
export const de = {
  queue: {
    title: 'Eingang',
    columns: {
      reference: 'Nummer',
      category: 'Datenart',
      agency: 'Behörde',
      fileNumber: 'Aktenzeichen',
      channel: 'Weg',
      status: 'Stand',
      received: 'Eingegangen',
      due: 'Frist',
      claimedBy: 'Wird angesehen von',
    },
    emergency: 'Eilfall',
    overdue: 'überfällig',
    lapsed: 'Eilanordnung nicht bestätigt',
    answerUnsent: 'Antwort nicht gesendet',
    me: 'Ihnen',
    noDueDate: 'keine',
    emergencyLane: 'Eilfälle zuerst',
    otherLane: 'Weitere Ersuchen',
    paused: 'Frist ruht: Behörde ist gefragt',
    proposal: (decision: string, role: string) =>
      `${of(proposals, decision)}, unterschrieben: ${of(signers, role)}`,
    shown: (count: number) => (count === 1 ? '1 Ersuchen' : `${count} Ersuchen`),
    next: 'Nächste Seite',
    first: 'Zum Anfang der Liste',
    pages: 'Seiten der Liste',
    empty: {
      title: 'Es liegt nichts an',
      text: 'Sobald eine Behörde ein Ersuchen einreicht, steht es hier. Sie bekommen dann auch eine E-Mail.',
    },
    emptyFiltered: {
      title: 'Kein Ersuchen passt zu diesem Filter',
      text: 'Wählen Sie weniger Merkmale aus, oder setzen Sie den Filter zurück.',
    },
  },

  filters: {
    title: 'Filter',
    turns: {
      provider: 'Wir sind am Zug',
      agency: 'Behörde ist am Zug',
      all: 'Alle',
    } satisfies Record<TurnFilter, string>,
    turnLabel: 'Wer am Zug ist',
    quickLabel: 'Schnellfilter',
    emergency: 'Eilfälle',
    overdue: 'Überfällig',
    mine: 'Von mir angesehen',
    signature: 'Wartet auf meine Unterschrift',
    status: 'Stand',
    anyStatus: 'Jeder Stand',
    category: 'Datenart',
    anyCategory: 'Jede Datenart',
    agency: 'Behörde',
    anyAgency: 'Jede Behörde',
    channel: 'Weg',
    anyChannel: 'Jeder Weg',
    search: 'Nummer oder Aktenzeichen',
    more: 'Stand, Datenart, Behörde',
    apply: 'Anzeigen',
    reset: 'Filter zurücksetzen',
    counted: (label: string, count: number) => `${label} (${count})`,
  },

  views: {
    title: 'Gespeicherte Ansichten',
    saveTitle: 'Diese Ansicht speichern',
    name: 'Name der Ansicht',
    save: 'Speichern',
    remove: (name: string) => `Ansicht „${name}“ entfernen`,
  },

  head: {
    back: 'Eingang',
    agency: 'Behörde',
    fileNumber: 'Aktenzeichen',
    author: 'Eingereicht von',
    received: 'Eingegangen',
    due: 'Frist',
    correctionEnds: 'Korrektur möglich bis',
    revision: (number: number) => `${number}. Fassung`,
    toDecision: 'Zur Entscheidung',
  },

  claim: {
    mine: 'Sie sehen sich dieses Ersuchen gerade an. Die anderen sehen das.',
    other: (name: string) => `${name} sieht sich dieses Ersuchen gerade an.`,
    none: 'Gerade sieht sich niemand dieses Ersuchen an.',
    takeOver: 'Trotzdem übernehmen',
    take: 'Übernehmen',
    release: 'Wieder freigeben',
  },

  asked: {
    title: 'Was verlangt wird',
    opening: 'Die Angaben werden auf Ihrem Gerät geprüft und entschlüsselt …',
    verified:
      'Geprüft: Angaben und Dateien sind genau die, die unterschrieben wurden. Entschlüsselt auf diesem Gerät.',
    unanswered: 'keine Angabe',
    targets: (count: number) => (count === 1 ? '1 Kennung' : `${count} Kennungen`),
    changes: { added: 'neu', removed: 'entfernt', changed: 'geändert' } satisfies Record<Change, string>,
    before: 'Vorher',
    correctionTitle: (number: number) => `Was sich seit der ${number}. Fassung geändert hat`,
    nothingChanged: 'An den Angaben und Dateien hat sich nichts geändert.',
    changedFields: (count: number) =>
      count === 1 ? 'Eine Stelle ist anders:' : `${count} Stellen sind anders:`,
    noFinding: 'Mangel',
    addFinding: (field: string) => `Mangel festhalten: ${field}`,
    contradictionTitle: 'Die sortierten Angaben weichen von den verschlüsselten ab',
    contradiction:
      'Was der Server zum Einordnen erfahren hat (Datenart, Aktenzeichen, Zeitraum und Ähnliches), steht im verschlüsselten Teil anders. Maßgeblich ist, was Sie hier lesen.',
  },

  blocked: {
    title: 'Dieses Ersuchen ist nicht so, wie es unterschrieben wurde',
    text: 'Es wird deshalb nichts davon angezeigt. Entscheiden Sie nicht darüber. Sagen Sie der Verwaltung des Portals Bescheid und nennen Sie die Nummer und die folgenden Punkte.',
    problems: {
      manifest_malformed: 'Das Verzeichnis der Teile ist nicht lesbar.',
      manifest_hash_differs: 'Das Verzeichnis der Teile hat nicht die Prüfsumme, die gespeichert ist.',
      request_differs: 'Das Verzeichnis gehört zu einem anderen Ersuchen.',
      revision_differs: 'Das Verzeichnis gehört zu einer anderen Fassung.',
      category_differs: 'Das Verzeichnis nennt eine andere Datenart.',
      public_part_differs: 'Die Angaben zum Einordnen sind nicht die unterschriebenen.',
      form_differs: 'Der verschlüsselte Teil ist nicht der unterschriebene.',
      previous_manifest_differs: 'Die Fassung davor ist nicht die, auf die sich diese bezieht.',
      file_missing: 'Eine unterschriebene Datei fehlt.',
      file_unexpected: 'Eine Datei ist dazugekommen, die nicht unterschrieben wurde.',
      file_duplicated: 'Eine Datei kommt doppelt vor.',
      file_differs: 'Eine Datei ist nicht die unterschriebene.',
      files_reordered: 'Die Reihenfolge der Dateien ist anders.',
      receipt_malformed: 'Der Empfangsbeleg ist nicht lesbar.',
      receipt_differs: 'Der Empfangsbeleg gehört zu etwas anderem.',
      server_signature_invalid: 'Die Unterschrift des Servers unter dem Empfangsbeleg stimmt nicht.',
      assertion_malformed: 'Die Unterschrift der einreichenden Person ist nicht lesbar.',
      challenge_differs: 'Die einreichende Person hat etwas anderes unterschrieben.',
      origin_differs: 'Die Unterschrift wurde auf einer anderen Website geleistet.',
      rp_differs: 'Die Unterschrift wurde für eine andere Website geleistet.',
      user_not_verified: 'Bei der Unterschrift wurde nicht geprüft, wer unterschreibt.',
      passkey_signature_invalid: 'Die Unterschrift der einreichenden Person stimmt nicht.',
      form_unreadable: 'Der verschlüsselte Teil ist kein Formular dieser Fassung.',
      form_names_other_files: 'Der verschlüsselte Teil nennt andere Dateien als das Verzeichnis.',
    },
    cannotOpenTitle: 'Die Angaben lassen sich nicht entschlüsseln',
    cannotOpen:
      'Prüfen Sie, ob Ihr Team-Schlüssel geöffnet ist. Laden Sie die Seite neu, und schließen Sie ihn noch einmal auf.',
    retry: 'Noch einmal versuchen',
  },

  files: {
    none: 'Es sind keine Dateien beigefügt.',
    open: (name: string) => `${name} öffnen`,
    openShort: 'Öffnen',
  },

  checks: {
    title: 'Automatische Prüfung',
    summary: (fail: number, look: number, pass: number) =>
      `${fail} nicht in Ordnung, ${look} bitte ansehen, ${pass} in Ordnung`,
    passed: (count: number) =>
      count === 1 ? 'Eine Prüfung ist in Ordnung' : `${count} Prüfungen sind in Ordnung`,
    atSubmission: (outcome: string) => `Bei der Einreichung: ${outcome}`,
    rows: (rows: string) => `Zeilen: ${rows}`,
    overridden: 'Begründung der Behörde:',
    toFinding: 'Als Mangel übernehmen',
    ruleSet: (name: string) => `Geprüft nach: ${name}`,
    needsOpening: 'Die Prüfung der verschlüsselten Angaben beginnt, sobald Sie aufgeschlossen haben.',
  },

  checklist: {
    title: 'Checkliste',
    hint: 'Gedächtnisstütze für Sie allein. Sie wird nicht gespeichert.',
    done: (done: number, all: number) => `${done} von ${all} abgehakt`,
  },

  findings: {
    title: 'Mängel',
    none: 'Noch keine. Übernehmen Sie einen aus der Prüfung, aus einer Angabe, oder legen Sie einen neuen an.',
    add: 'Mangel hinzufügen',
    legend: (number: number) => `${number}. Mangel`,
    field: 'Stelle im Formular',
    chooseField: 'Stelle wählen',
    whole: 'Das Ersuchen im Ganzen',
    wholeGroup: 'Allgemein',
    code: 'Grund',
    chooseCode: 'Grund wählen',
    usuallyReturn: 'meist Rückgabe',
    usuallyReject: 'meist Ablehnung',
    text: 'Text für die Behörde',
    textHint: (language: string) =>
      `Die Behörde liest ihn bei der Stelle. Vorschlag in ihrer Sprache (${language}); ändern Sie ihn nach Bedarf.`,
    remove: 'Mangel entfernen',
    general: 'Allgemeine Bemerkung an die Behörde',
    errors: {
      field_missing: 'Wählen Sie die Stelle im Formular.',
      code_missing: 'Wählen Sie einen Grund.',
      text_missing: 'Schreiben Sie der Behörde, was sie tun soll.',
    } satisfies Record<FindingFault, string>,
    languages: { de: 'Deutsch', en: 'Englisch', fr: 'Französisch' },
  },

  decision: {
    title: 'Entscheidung',
    legend: 'Wie entscheiden Sie?',
    choices: {
      return: {
        label: 'Zur Korrektur zurückgeben',
        hint: 'Ihre Unterschrift genügt. Die Behörde hat 14 Tage Zeit.',
      },
      reject: {
        label: 'Ablehnen',
        hint: 'Braucht zwei Unterschriften: Datenschutz und Rechtsabteilung.',
      },
      accept: {
        label: 'Annehmen',
        hint: 'Braucht zwei Unterschriften: Datenschutz und Rechtsabteilung.',
      },
    } satisfies Record<Decision, { label: string; hint: string }>,
    sign: {
      return: 'Unterschreiben und zurückgeben',
      reject: 'Unterschreiben und Ablehnung vorschlagen',
      accept: 'Unterschreiben und Annahme vorschlagen',
    } satisfies Record<Decision, string>,
    signHint: 'Sie unterschreiben mit Ihrem Passkey.',
    errors: {
      decision_missing: 'Wählen Sie, wie Sie entscheiden.',
      findings_missing: 'Nennen Sie mindestens einen Mangel.',
      findings_left: 'Eine Annahme hat keine Mängel. Entfernen Sie sie, oder geben Sie das Ersuchen zurück.',
      fails_not_confirmed: 'Bestätigen Sie, dass Sie das geprüft haben und trotzdem annehmen.',
    },
    failsTitle: (count: number) =>
      count === 1
        ? 'Eine automatische Prüfung ist nicht in Ordnung'
        : `${count} automatische Prüfungen sind nicht in Ordnung`,
    basisUnlisted:
      'Die Rechtsgrundlage steht nicht in der Liste des Portals. Ob sie das Ersuchen trägt, müssen Sie bestätigen.',
    confirmFails: 'Ich habe das geprüft und nehme das Ersuchen trotzdem an.',
    needsOpening:
      'Entscheiden können Sie, sobald die Angaben auf Ihrem Gerät geprüft und entschlüsselt sind.',
    notNow: 'Im jetzigen Stand ist nichts zu entscheiden.',
    agencyKeyMissing:
      'Die Behörde hat keinen bestätigten Schlüssel. Solange das so ist, kann ihr nichts Verschlüsseltes geschrieben werden.',
    happenedTitle: 'Inzwischen ist etwas geschehen',
    happened: (what: string, who: string, when: string) =>
      `${what} (${who}, ${when}). Ihre Entscheidung wurde nicht gespeichert; was Sie geschrieben haben, steht noch hier.`,
    reload: 'Neuen Stand laden',
    taken: {
      return: 'Zur Korrektur zurückgegeben',
      reject: 'Abgelehnt',
      accept: 'Angenommen',
    } satisfies Record<Decision, string>,
    takenTitle: 'Bisherige Entscheidungen',
    revision: (number: number) => `zur ${number}. Fassung`,
    signedBy: (name: string, role: string, when: string) => `${name} (${of(signers, role)}), ${when}`,
    general: 'Allgemeine Bemerkung',
    done: {
      decided: 'Ihre Entscheidung ist wirksam. Die Behörde bekommt eine E-Mail ohne Inhalte.',
      decidedOutside:
        'Ihre Entscheidung ist wirksam. Die Behörde erfährt sie durch Ihre Antwort, siehe unten.',
      proposed: 'Ihr Vorschlag ist unterschrieben. Jetzt fehlt die Unterschrift der anderen Stelle.',
      set_aside: 'Der Vorschlag ist zurückgestellt. Sie können neu entscheiden.',
    },
  },

  proposal: {
    title: (decision: string) => of(proposals, decision),
    waiting: (role: string) => `Es fehlt die Unterschrift: ${of(signers, role)}.`,
    mine: 'Sie haben schon unterschrieben.',
    readFirst:
      'Prüfen Sie das Ersuchen selbst. Sie unterschreiben genau diese Entscheidung mit genau diesen Mängeln.',
    sign: 'Mitunterschreiben',
    aside: 'Vorschlag zurückstellen',
    asideTitle: 'Vorschlag zurückstellen',
    asideText:
      'Die Unterschrift gilt dann nicht mehr. Danach kann neu entschieden werden, auch eine Rückgabe.',
    asideNote: 'Warum? (interne Notiz)',
    asideNoteMissing: 'Schreiben Sie kurz, warum.',
    asideConfirm: 'Zurückstellen',
    cancel: 'Abbrechen',
    differs:
      'Dieser Vorschlag passt nicht zu dem, was hier geprüft wurde. Unterschreiben Sie ihn nicht; stellen Sie ihn zurück.',
    noFindings: 'Ohne Mängel.',
    textsMissing: 'Die Texte lassen sich nicht entschlüsseln.',
  },

  notes: {
    title: 'Interne Notizen',
    hint: 'Nur für das Team des Anbieters lesbar, für den Server nicht.',
    none: 'Noch keine Notizen.',
    label: 'Neue Notiz',
    save: 'Notiz speichern',
    missing: 'Schreiben Sie etwas in die Notiz.',
    unreadable: 'Diese Notiz lässt sich nicht entschlüsseln.',
    locked: 'Schließen Sie auf, um die Notizen zu lesen.',
  },

  earlier: {
    title: 'Frühere Ersuchen',
    sameFileNumber: 'Gleiches Aktenzeichen',
    sameAgency: 'Gleiche Behörde',
    none: 'Es gibt keine anderen Ersuchen mit diesem Aktenzeichen oder von dieser Behörde.',
    more: (count: number) => `und ${count} weitere`,
  },

  history: {
    title: 'Verlauf',
    system: 'Automatisch',
    events: {
      draft_created: 'Entwurf begonnen',
      draft_discarded: 'Entwurf verworfen',
      submitted: 'Eingereicht',
      handed_to_agency: 'An die Behörde im Portal übergeben',
      handed_over: 'Zuständigkeit übergeben',
      review_started: 'Prüfung begonnen',
      claimed: 'Zum Ansehen übernommen',
      claim_released: 'Wieder freigegeben',
      note_added: 'Notiz geschrieben',
      decision_proposed: 'Entscheidung vorgeschlagen',
      decision_set_aside: 'Vorschlag zurückgestellt',
      returned: 'Zur Korrektur zurückgegeben',
      rejected: 'Abgelehnt',
      accepted: 'Angenommen',
      withdrawn: 'Von der Behörde zurückgezogen',
      closed: 'Abgeschlossen: Die Frist ist abgelaufen',
      emergency_lapsed: 'Eilanordnung nicht rechtzeitig bestätigt',
      message_sent: 'Nachricht geschrieben',
      turn_given_back: 'Frage als erledigt vermerkt',
      call_back_recorded: 'Rückruf bei der Behörde festgehalten',
      emergency_confirmed: 'Bestätigung der Eilanordnung eingetragen',
      costs_changed: 'Kosten geändert',
      costs_claim_reminded: 'An das Ende des Kostenanspruchs erinnert',
      deadline_reminded: 'An die Frist erinnert',
      deadline_missed: 'Frist überschritten, alle benachrichtigt',
      interception_ending: 'Vor dem Ende der Überwachung gewarnt',
      answer_prepared: 'Antwort vorbereitet und unterschrieben',
      answer_set_aside: 'Vorbereitete Antwort zurückgestellt',
      answer_released: 'Antwort freigegeben',
      answer_opened: 'Antwort von der Behörde geöffnet',
      answer_file_downloaded: 'Datei der Antwort von der Behörde heruntergeladen',
      answer_expiry_warned: 'Vor dem Löschen der Antwort gewarnt',
      answer_mailed: 'Antwort per E-Mail gesendet',
      answer_mail_failed: 'Antwort konnte nicht per E-Mail gesendet werden',
      answer_mail_queued_again: 'Antwort noch einmal per E-Mail auf den Weg gebracht',
      answer_destroyed: 'Dateien der Antwort gelöscht',
      correction_reminded: 'An die Korrektur erinnert',
      file_opened: 'Datei geöffnet',
    } satisfies Record<EventType<'legal_request'>, string>,
  },

  proof: {
    title: 'Nachweis der Einreichung',
    valid:
      'Auf diesem Gerät geprüft: Unterschrift der einreichenden Person, Prüfsummen aller Teile und Unterschrift des Servers stimmen.',
    invalid: 'Der Nachweis stimmt nicht.',
    pending: 'Wird geprüft, sobald Sie aufgeschlossen haben.',
    submittedBy: 'Eingereicht von',
    submittedAt: 'Eingereicht am',
    manifest: 'Prüfsumme des Verzeichnisses',
    form: 'Prüfsumme des verschlüsselten Formulars',
    file: (number: number) => `Prüfsumme der ${number}. Datei`,
    download: 'Empfangsbeleg herunterladen (JSON)',
  },
};
