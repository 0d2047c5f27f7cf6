/** The languages that the plugin speaks, so that they can be chosen in the profile. */
export default { config: { locales: ['fr', 'de', 'es'] } };
