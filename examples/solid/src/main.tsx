import { A, HashRouter, Route, type RouteSectionProps } from '@solidjs/router';
import { render } from 'solid-js/web';
import { News } from './news';
import './site.css';

const App = (props: RouteSectionProps) => (
  <>
    <nav>
      <A href="/">News</A> <A href="/about">About</A>
    </nav>
    {props.children}
  </>
);
const About = () => <p>A page without a feed.</p>;

render(
  () => (
    <HashRouter root={App}>
      <Route path="/" component={News} />
      <Route path="/about" component={About} />
    </HashRouter>
  ),
  document.getElementById('app')!,
);
