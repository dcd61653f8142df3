/// <reference types="whats-new-feed/tags/vue" />
