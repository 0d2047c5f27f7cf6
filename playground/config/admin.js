const { secrets } = require('../data');

module.exports = () => {
  const { adminJwt, apiTokenSalt, transferTokenSalt, encryptionKey } = secrets();
  return {
    auth: { secret: adminJwt },
    apiToken: { salt: apiTokenSalt },
    transfer: { token: { salt: transferTokenSalt } },
    secrets: { encryptionKey },
    autoOpen: false,
    flags: { nps: false, promoteEE: false },
  };
};
