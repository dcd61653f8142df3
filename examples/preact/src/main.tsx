import { render } from 'preact';
import { LocationProvider, Route, Router } from 'preact-iso';
import { News } from './news';
import './site.css';

const About = () => <p>A page without a feed.</p>;

render(
  <LocationProvider>
    <nav>
      <a href="/">News</a> <a href="/about">About</a>
    </nav>
    <Router>
      <Route path="/" component={News} />
      <Route path="/about" component={About} />
    </Router>
  </LocationProvider>,
  document.getElementById('app')!,
);
