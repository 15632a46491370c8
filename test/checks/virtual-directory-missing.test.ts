import { tableOf } from '../helpers/table';
import { cases } from './virtual-directory-missing.cases';

tableOf('virtual-directory-missing', cases);
