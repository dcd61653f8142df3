/// <reference types="whats-new-feed/tags/preact" />
