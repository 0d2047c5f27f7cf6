import { describeEight } from '../support/eight';

describeEight('sqlite');
