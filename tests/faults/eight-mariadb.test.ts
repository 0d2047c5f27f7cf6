import { describeEight } from '../support/eight';

describeEight('mariadb');
