import { addLanguage } from './languages.js';
import * as russian from './ru-texts.js';

addLanguage(russian);
