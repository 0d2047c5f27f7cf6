import { CLASS_RULES } from './class-rules';
import type { RestrictionRule } from './rule';
import { TIME_RULES } from './time-rules';
import { WORD_RULES } from './word-rules';

/** English, French, German and Spanish, by kind. Words and forms are those of agency style, not of one agency. */
export const RESTRICTION_RULES: readonly RestrictionRule[] = [...WORD_RULES, ...TIME_RULES, ...CLASS_RULES];
