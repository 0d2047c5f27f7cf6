import { describeEight } from '../support/eight';

describeEight('postgres');
