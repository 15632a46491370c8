import { tableOf } from '../helpers/table';
import { cases } from './cert-server-disabled.cases';

tableOf('cert-server-disabled', cases);
