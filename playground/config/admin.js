const { secrets } = require('../data');

module.exports = {
  auth: { secret: secrets.adminJwt },
  apiToken: { salt: secrets.apiTokenSalt },
  transfer: { token: { salt: secrets.transferTokenSalt } },
  secrets: { encryptionKey: secrets.encryptionKey },
  autoOpen: false,
  flags: { nps: false, promoteEE: false },
};
