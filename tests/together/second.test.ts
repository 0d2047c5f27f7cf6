import { together } from '../support/together';

together('integration', 1, 2);
