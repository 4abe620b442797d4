/** What the fields of an audit log are called, wherever it is shown. */
export const auditLabels = {
  createdAt: { label: 'When' },
  actorName: { label: 'Who' },
  via: { label: 'With' },
  type: { label: 'What' },
  resource: { label: 'Kind' },
  label: { label: 'Record' },
  subjectId: { label: 'Record id' },
  actorId: { label: 'Person id' },
  requestId: { label: 'Request' },
  seq: { label: 'Number' },
};
