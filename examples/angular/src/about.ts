import { Component } from '@angular/core';

@Component({ selector: 'news-about', template: '<p>A page without a feed.</p>' })
export class About {}
