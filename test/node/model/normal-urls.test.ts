import { describeNormalUrls } from '../../helpers/normal-urls.js';

describeNormalUrls();
