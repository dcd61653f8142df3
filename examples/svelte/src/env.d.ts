/// <reference types="whats-new-feed/tags/svelte" />
