import type { Catalogue } from '../catalogue.ts';
import type { de } from './de.ts';

const again = 'Remove the file and add it again.';

export const en: Catalogue<typeof de> = {
  title: 'Attachments',
  choose: 'Choose files',
  dropHere: 'Or drop files into this box.',
  limits: (maxFiles, maxSize) =>
    `Any type of file, up to ${maxFiles} files of at most ${maxSize} each. Files and their names are encrypted on your device before they leave it.`,
  empty: 'No attachments yet.',
  kind: 'Kind of attachment',
  states: {
    queued: 'Waits for a free place',
    locked: 'Waits until your key is unlocked',
    running: 'Being encrypted and sent',
    checking: (percent) => `Comparing the file: ${percent}%`,
    retrying: 'Server cannot be reached – tried again by itself',
    paused: 'Paused',
    needs_file: 'Please choose the same file again',
    failed: 'Not sent',
    complete: 'Sent, encrypted',
  },
  needsFileHint:
    'The page was reloaded before the file was encrypted completely. What has been sent already is kept.',
  sent: (sent, total) => `${sent} of ${total}`,
  speed: (perSecond) => `${perSecond}/s`,
  timeLeft: (seconds) => {
    if (seconds < 60) return 'less than a minute left';
    const minutes = Math.round(seconds / 60);
    if (minutes < 90) return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
    return `about ${Math.round(minutes / 60)} hours left`;
  },
  actions: {
    pause: 'Pause',
    resume: 'Continue',
    cancel: 'Cancel',
    retry: 'Try again',
    retryNow: 'Try now',
    remove: 'Remove',
    chooseAgain: 'Choose file',
  },
  actionFor: (action, name) => `${action}: ${name}`,
  announce: {
    complete: (name) => `${name} has been sent, encrypted.`,
    failed: (name) => `${name} was not sent.`,
    needs_file: (name) => `Please choose ${name} again.`,
    removed: (name) => `${name} was removed.`,
  },
  rejected: 'Not added',
  rejections: {
    too_large: (name, maxSize) => `${name} is larger than ${maxSize}. Split the file.`,
    too_many: (name, maxFiles) => `${name}: more than ${maxFiles} attachments are not possible.`,
    listed_already: (name) => `${name} is in the list already.`,
  },
  kindNotSaved: 'The kind of the attachment could not be changed. Try again.',
  failures: {
    damaged: `Something else arrived on the server than was sent. ${again}`,
    draft_not_saved: 'The draft could not be saved, so this was stopped. Try again.',
    open_elsewhere:
      'This file is being uploaded in another window. Go on there; or close that window and load this page again.',
    signed_out: 'Your session has ended. Sign in in a second window, then try again here. Nothing is lost.',
    unreachable: 'The server cannot be reached. It is tried again by itself.',
    cancelled: 'This was cancelled.',
    compressed_too_far: 'The file is compressed to an unusual degree and is not opened, to protect you.',
    download_failed: 'The file could not be downloaded. Check the connection and try again.',
    file_changed:
      'This is not the same file as before, or it was changed meanwhile. Choose the unchanged file, or remove this entry and add the new version.',
    file_needed: 'Please choose the same file again.',
    file_unreadable:
      'The file cannot be read. Check that it is still in its place and not locked by another program.',
    hash_mismatch:
      'The file is not the one on the signed list and is therefore not opened. Please tell the administrators.',
    message_damaged: 'The file is damaged and is not opened.',
    message_unsupported: 'The file is encrypted in a way that cannot be read here.',
    not_for_us: 'This file is not encrypted for your key.',
    resume_impossible: `It cannot go on from here. ${again}`,
    storage_full: 'There is not enough free space on this device. Free about 200 MB and try again.',
    storage_unavailable:
      'The browser does not give access to its storage. Open the portal outside private mode.',
    too_large: 'The file is larger than allowed. Split it.',
    worker_failed: 'Encryption stopped unexpectedly. Nothing was sent unencrypted. Try again.',
  },
  viewer: {
    open: 'Open',
    openFile: (name) => `Open ${name}`,
    close: 'Close',
    save: 'Download',
    downloading: 'Downloading and checking',
    opening: 'Decrypting',
    rendering: 'Preparing the view',
    retry: 'Try again',
    document: (name) => `Document ${name}`,
    pageTitle: (page, pages) => `Page ${page} of ${pages}`,
    page: 'Page',
    of: (pages) => `of ${pages}`,
    previous: 'Previous page',
    next: 'Next page',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoom: (percent) => `${percent}%`,
    noText: 'This page has no readable text; it was probably scanned.',
    textOfPage: 'Text of this page',
    textCut: 'The text is long and only its beginning is shown. Download the file to read all of it.',
    notShown: 'This type of file is not shown here. You can download it.',
    downloadWarning:
      'The downloaded file is no longer encrypted. Open it only with programs that you trust, and delete it afterwards.',
    broken: 'The file cannot be shown. It may be damaged or protected by a password. You can download it.',
    safe: 'Your browser has checked and decrypted the file. It is shown without programs and without a connection to the network.',
  },
};
