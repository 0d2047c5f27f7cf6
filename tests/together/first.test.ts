import { together } from '../support/together';

together('integration', 0, 2);
