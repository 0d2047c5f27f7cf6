module.exports = require('../../../server/index.ts').default;
