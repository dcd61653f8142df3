import { Component } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterLink, RouterOutlet, withHashLocation } from '@angular/router';
import { About } from './about';
import { News } from './news';

@Component({
  selector: 'news-app',
  imports: [RouterLink, RouterOutlet],
  template: `
    <nav><a routerLink="/">News</a> <a routerLink="/about">About</a></nav>
    <router-outlet />
  `,
})
class App {}

const routes = [
  { path: '', component: News },
  { path: 'about', component: About },
];
await bootstrapApplication(App, { providers: [provideRouter(routes, withHashLocation())] });
