/**
 * The constants that mail.ru's own documentation publishes for trying out signatures. They open nothing but
 * this sandbox.
 */
export const vendorExample = {
  appId: '423004',
  uid: '1324730981306483817',
  sessionKey: 'be6ef89965d58e56dec21acb9b62bdaa',
  privateKey: '7815696ecbf1c96e6894b779456d330e',
  secretKey: '3dad9cbf9baaa0360c0f2ba372d25716',
} as const;
