/** The example of design and documentation: one annual visit of two officers. */
export const filingExample = {
  kind: 'annual',
  planEntry: '2027-0012',
  enterprise: '91431103MA5LPU93P0',
  site: null,
  matters: ['amr-003'],
  form: 'onsite',
  start: '2027-01-22T09:00:00+08:00',
  end: '2027-01-22T11:30:00+08:00',
  coAgencies: [],
  inspectors: ['DEMO-431103-U0001', 'DEMO-431103-D0002'],
  assistants: [],
  trigger: null,
  exemption: null,
  approval: { by: 'DEMO-431103-U0009', at: '2027-01-18T10:00:00+08:00' },
};
