import { describeHostileUrls } from '../../helpers/hostile-url-cases.js';

describeHostileUrls();
