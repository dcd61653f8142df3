import { createApp } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import About from './About.vue';
import App from './App.vue';
import News from './News.vue';
import './site.css';

const routes = [
  { path: '/', component: News },
  { path: '/about', component: About },
];
createApp(App)
  .use(createRouter({ history: createWebHashHistory(), routes }))
  .mount('#app');
