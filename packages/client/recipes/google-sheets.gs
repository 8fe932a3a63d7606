function doPost(event) {
  const record = JSON.parse(event.postData.contents);
  if (!/^[0-9a-f-]{36}$/.test(record.id))
    throw new Error('The id is no UUID.');
  const lock = LockService.getScriptLock();
  // Two copies that arrive together would both find nothing.
  lock.waitLock(20000);
  try {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
    const isKnown = sheet
      .createTextFinder(record.id)
      .matchEntireCell(true)
      .findNext();
    // A cell that begins with "=" is computed; JSON begins with "{".
    if (!isKnown)
      sheet.appendRow([record.id, new Date(), JSON.stringify(record)]);
  } finally {
    lock.releaseLock();
  }
  return ContentService.createTextOutput(
    JSON.stringify({ isStored: true }),
  ).setMimeType(ContentService.MimeType.JSON);
}
