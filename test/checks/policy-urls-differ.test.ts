import { tableOf } from '../helpers/table';
import { cases } from './policy-urls-differ.cases';

tableOf('policy-urls-differ', cases);
