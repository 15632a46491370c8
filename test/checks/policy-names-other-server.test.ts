import { tableOf } from '../helpers/table';
import { cases } from './policy-names-other-server.cases';

tableOf('policy-names-other-server', cases);
