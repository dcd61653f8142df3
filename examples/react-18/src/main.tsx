import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HashRouter, Link, Route, Routes } from 'react-router';
import { News } from './news';
import './site.css';

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <HashRouter>
      <nav>
        <Link to="/">News</Link> <Link to="/about">About</Link>
      </nav>
      <Routes>
        <Route path="/" element={<News />} />
        <Route path="/about" element={<p>A page without a feed.</p>} />
      </Routes>
    </HashRouter>
  </StrictMode>,
);
