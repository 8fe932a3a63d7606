function doPost(event) {
  const record = JSON.parse(event.postData.contents);
  if (!/^[0-9a-f-]{36}$/.test(record.id))
    throw new Error('The id is not a UUID.');
  const lock = LockService.getScriptLock();
  // Two copies that arrive at the same time must not both be appended.
  lock.waitLock(20000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const isKnown = sheet
      .createTextFinder(record.id)
      .matchEntireCell(true)
      .findNext();
    // A cell that starts with "=" is a formula; JSON starts with "{".
    if (!isKnown)
      sheet.appendRow([record.id, new Date(), JSON.stringify(record)]);
  } finally {
    lock.releaseLock();
  }
  return ContentService.createTextOutput(
    JSON.stringify({ isStored: true }),
  ).setMimeType(ContentService.MimeType.JSON);
}
