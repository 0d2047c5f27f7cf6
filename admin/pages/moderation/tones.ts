import type { CommentState, Finding } from '../../../contracts/comments';
import type { Tone } from '../../components/Chip';

export const STATE_TONE: Record<CommentState, Tone> = {
  pending: 'warning',
  approved: 'success',
  rejected: 'danger',
  spam: 'danger',
  removed: 'neutral',
};

export const VERDICT_TONE: Record<Finding['verdict'], Tone> = { hold: 'warning', reject: 'danger', spam: 'danger' };
