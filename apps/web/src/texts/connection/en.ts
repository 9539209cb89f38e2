export const texts = {
  reading: 'Reading everything for the first time',
  readSoFar: { one: '{count} work item so far', other: '{count} work items so far' },
  readingHint: 'You can leave this page; time can be tracked meanwhile.',
  newestChange: 'Newest change',
  nextRead: 'Next look',
  nextReadNow: 'now',
  test: 'Test connection',
  testing: 'Testing…',
  testGoodServices: 'It works with Azure DevOps Services. The token belongs to {name}.',
  testGoodServer: 'It works with an Azure DevOps Server. The token belongs to {name}.',
  testBad: 'It does not work: {reason}',
  testOnly: 'Test without connecting',
  addressFault:
    'Begin with https:// and name the organization or collection, such as https://dev.azure.com/contoso.',
  patHint:
    'Make it in Azure DevOps under User settings, with “Work Items: Read” and “Project and Team: Read”.',
  expires: 'Last day of the token',
  expiresHelp: 'Azure DevOps does not tell it: enter the day that it showed when the token was made.',
  expiresNone: 'Nobody is warned before it ends.',
  expiresIn: {
    one: 'It ends in {count} day. Administrators are warned 30, 7 and 1 days before; reports go on working when it ends.',
    other:
      'It ends in {count} days. Administrators are warned 30, 7 and 1 days before; reports go on working when it ends.',
  },
  expiresToday: 'Today is its last day. Enter a new token below.',
  expired: 'It ended on {date}. Enter a new token below; until then work items are not kept up to date.',
  expirySaved: 'Saved: last day of the token',
} as const;
